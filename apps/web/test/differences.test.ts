import { buildPolytext, createBitext } from "@stele/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedIn, differencesOf } from "../src/reader/differences.ts";
import { createReading, readRow } from "../src/reader/reading.ts";
import { bead, side } from "./sample.ts";

describe("what one translation says otherwise", () => {
  it.each([
    ["ko", "배가 항구를 떠났다", "배가 어제 항구를 떠났다", ["어제"]],
    ["zh-Hans", "他去上海", "他去北京", ["北京"]],
    ["en", "the same words", "the same words", []],
  ] as const)("in %s: against «%s», «%s» adds %j", (...[language, base, text, added]) => {
    const spans = addedIn(text, base, language);
    expect(spans.map(({ start, end }) => text.slice(start, end)).join("")).toBe(added.join(""));
  });

  it("is everything against nothing, and nothing against itself", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(addedIn(text, text, "en")).toEqual([]);
        const all = addedIn(text, "", "en").map(({ start, end }) => text.slice(start, end));
        expect(all.join("")).toBe(text.replace(/\s/gu, "").length === 0 ? "" : all.join(""));
        for (const { start, end } of addedIn(text, "a b", "en")) expect(start).toBeLessThan(end);
      }),
    );
  });

  it("is marked in both columns of one language, sentence by sentence, and nowhere else", () => {
    const en = side("en", "The boat left. It was late.");
    const one = side("ko", "배가 떠났다. 늦었다.");
    const other = side("ko", "배가 떠났다. 많이 늦었다.");
    const pairs = [one, other].map((target) =>
      createBitext({ source: en, target, beads: [bead([0, 1], [0, 1]), bead([1, 2], [1, 2])] }),
    );
    const reading = createReading(buildPolytext(pairs));
    const rows = [0, 1].map((index) => readRow(reading, index));
    expect(rows[0] && [...differencesOf(rows[0], [0, 1, 2]).values()].flat()).toEqual([]);
    const marked = rows[1] && differencesOf(rows[1], [0, 1, 2]);
    expect(marked?.get("2:1")).toEqual([{ start: 0, end: 2 }]);
    expect(marked?.get("1:1")).toEqual([]);
    expect(rows[1] && differencesOf(rows[1], [0, 1]).size).toBe(0);
  });
});
