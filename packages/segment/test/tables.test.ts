import { segment } from "@stele/segment";
import { describe, expect, it } from "vitest";
import { readTable, TABLES } from "./tables.ts";

describe.each(TABLES)("the %s table", (name, language) => {
  it.each(readTable(name).map((example) => [example.topic, example.line, example] as const))(
    "%s: %s",
    (_topic, _line, { text, sentences }) => {
      const found = segment(text, { language }).sentences.map(({ start, end }) => text.slice(start, end));
      expect(found).toEqual(sentences);
    },
  );
});

it("holds at least 400 examples", () => {
  expect(TABLES.flatMap(([name]) => readTable(name)).length).toBeGreaterThanOrEqual(400);
});
