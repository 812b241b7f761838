import { createBitext } from "@stele/core";
import { describe, expect, it } from "vitest";
import { counterpartsOf, isLitAt, lightOf } from "../src/reader/counterparts.ts";
import { createReading, readRow, readSentence, titleOf } from "../src/reader/reading.ts";
import { nextRow, placeOfRow, stepFrom } from "../src/reader/steps.ts";
import { bead, side, threeLanguageReading, threeLanguages } from "./sample.ts";

const reading = threeLanguageReading();
const columns = [0, 1, 2];
/** The row of the sentence that only the third side has; it may stand before or after what the others have there. */
const alone = reading.polytext.rows.findIndex(
  (_, index) =>
    readRow(reading, index)
      ?.cells.map((cell) => cell.sentences.length)
      .join() === "0,0,1",
);

describe("rows", () => {
  it("hold every sentence of every side once, in order", () => {
    const rows = reading.polytext.rows.map((_, index) => readRow(reading, index));
    for (const [index, { sentences }] of reading.polytext.sides.entries()) {
      const shown = rows.flatMap((row) => row?.cells[index]?.sentences.map(({ sentence }) => sentence) ?? []);
      expect(shown).toEqual(sentences.map((_, sentence) => sentence));
    }
  });

  it("show a missing side as a cell without sentences", () => {
    expect(readRow(reading, alone)?.cells[2]?.sentences.map(({ sentence }) => sentence)).toEqual([3]);
  });

  it("are doubtful where one bead of any pair has a low score", () => {
    expect([...reading.lowRows]).toEqual([1]);
    expect(readRow(reading, 1)?.isLow).toBe(true);
    expect(readRow(reading, 0)?.isLow).toBe(false);
  });

  it("are not marked by the pair between two translations, which nobody corrects", () => {
    const { sides, pairs, rows } = threeLanguages();
    const [, ko, zh] = sides;
    if (ko === undefined || zh === undefined) throw new Error("There are three sides.");
    const beads = [bead([0, 1], [0, 1], { lowScore: true }), bead([1, 2], [1, 3]), bead([2, 3], [3, 4])];
    const between = createBitext({ source: ko, target: zh, beads });
    expect([...createReading({ sides, rows, pairs: [...pairs, between] }).lowRows]).toEqual([1]);
  });

  it("are approved only where a person confirmed every pair's bead", () => {
    expect(reading.approvedRows.size).toBe(0);
    const [first, second] = threeLanguages().pairs;
    const beads = first?.beads.map((one, index) => (index === 0 ? { ...one, fixed: true } : one)) ?? [];
    const pairs = first && second ? [{ ...first, beads }, second] : [];
    expect([...createReading({ ...threeLanguages(), pairs }).approvedRows]).toEqual([0]);
  });

  it("are read by the kind of their block, a new block keeping its distance", () => {
    const text = side("en", "A new bridge\n\nThe bridge opened on Monday. It is long.");
    const single = createReading({
      sides: [text],
      rows: text.sentences.map((_, at) => ({ runs: [[at, at + 1]], score: null })),
      pairs: [],
    });
    expect(text.sentences.map((_, sentence) => readSentence(single, { side: 0, sentence })?.opensBlock)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("outside the text there is none", () => {
    expect(readRow(reading, -1)).toBeUndefined();
    expect(readRow(reading, 99)).toBeUndefined();
  });
});

describe("the light of a sentence", () => {
  it.each([
    [
      "a sentence of a joined pair lights the whole Korean sentence and its own Chinese one",
      { side: 0, sentence: 1 },
      [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
    ],
    [
      "from Korean, both English sentences and through them both Chinese ones",
      { side: 1, sentence: 1 },
      [
        [1, 3],
        [1, 2],
        [1, 3],
      ],
    ],
    [
      "between two translations the way leads over the source",
      { side: 2, sentence: 2 },
      [
        [2, 3],
        [1, 2],
        [2, 3],
      ],
    ],
    [
      "a sentence without counterpart lights alone",
      { side: 2, sentence: 3 },
      [
        [0, 0],
        [0, 0],
        [3, 4],
      ],
    ],
    [
      "what is left out on one side is an empty range there",
      { side: 0, sentence: 3 },
      [
        [3, 4],
        [2, 3],
        [0, 0],
      ],
    ],
  ])("%s", (_, place, ranges) => {
    expect(counterpartsOf(reading, place)).toEqual(ranges);
  });

  it("never leaves the row", () => {
    for (const [side, { sentences }] of reading.polytext.sides.entries()) {
      for (const sentence of sentences.keys()) {
        const lit = lightOf(reading, { side, sentence });
        const runs = reading.polytext.rows[lit?.row ?? -1]?.runs ?? [];
        for (const [other, [from, to]] of (lit?.ranges ?? []).entries()) {
          if (from === to) continue;
          expect(runs[other]?.[0]).toBeLessThanOrEqual(from);
          expect(runs[other]?.[1]).toBeGreaterThanOrEqual(to);
        }
      }
    }
  });

  it("falls on its sentences and no others", () => {
    const lit = lightOf(reading, { side: 1, sentence: 1 });
    expect(lit && [0, 1, 2, 3].map((sentence) => isLitAt(lit, { side: 0, sentence }))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("does not exist for a place outside the text", () => {
    expect(lightOf(reading, { side: 0, sentence: 44 })).toBeUndefined();
    expect(lightOf(reading, { side: 7, sentence: 0 })).toBeUndefined();
  });
});

describe("a step", () => {
  it.each([
    ["down is the next sentence", { side: 0, sentence: 1 }, "next", { side: 0, sentence: 2 }],
    ["up at the top stays", { side: 0, sentence: 0 }, "previous", { side: 0, sentence: 0 }],
    ["down at the end stays", { side: 2, sentence: 3 }, "next", { side: 2, sentence: 3 }],
    ["right is the counterpart", { side: 0, sentence: 2 }, "right", { side: 1, sentence: 1 }],
    ["right passes a column without counterpart", { side: 2, sentence: 3 }, "left", { side: 2, sentence: 3 }],
    ["left of the first column stays", { side: 0, sentence: 2 }, "left", { side: 0, sentence: 2 }],
    ["home is the first", { side: 1, sentence: 2 }, "first", { side: 1, sentence: 0 }],
    ["end is the last", { side: 1, sentence: 0 }, "last", { side: 1, sentence: 2 }],
  ] as const)("%s", (...[, place, direction, expected]) => {
    expect(stepFrom(reading, place, { direction, columns })).toEqual(expected);
  });

  it("follows the order of the columns on the page", () => {
    const flipped = { direction: "right", columns: [2, 0, 1] } as const;
    expect(stepFrom(reading, { side: 2, sentence: 0 }, flipped)).toEqual({ side: 0, sentence: 0 });
  });

  it("to the next doubtful row goes round the end", () => {
    expect(nextRow(new Set([7, 2]), 2)).toBe(7);
    expect(nextRow(new Set([7, 2]), 7)).toBe(2);
    expect(nextRow(new Set(), 0)).toBeUndefined();
  });

  it("to a row lands on the wished side, or on one that has a sentence there", () => {
    expect(placeOfRow(reading, 1, 1)).toEqual({ side: 1, sentence: 1 });
    expect(placeOfRow(reading, alone, 0)).toEqual({ side: 2, sentence: 3 });
    expect(placeOfRow(reading, 99, 0)).toBeUndefined();
  });
});

describe("the title of a text", () => {
  it("is its first sentence where there is no title, cut at a word", () => {
    expect(titleOf(threeLanguages())).toBe("The bridge opened on Monday.");
    expect(titleOf(threeLanguages(), 14)).toBe("The bridge…");
  });
});
