import { segment } from "@stele/segment";
import { describe, expect, it } from "vitest";

describe("segment", () => {
  it("finds the sentences of each block", () => {
    const text = "The ferry was late. Nobody minded.\n\nIt came at noon.";
    const { sentences, blocks } = segment(text, { language: "en" });
    expect(blocks).toHaveLength(2);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      "The ferry was late.",
      "Nobody minded.",
      "It came at noon.",
    ]);
  });
});
