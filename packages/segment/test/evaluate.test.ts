import { evaluateSegmentation, hasSentences } from "@stele/segment/evaluate";
import { describe, expect, it } from "vitest";

const gold = { text: "Ab cd. Ef gh. Ij kl.", sentences: ["Ab cd.", "Ef gh.", "Ij kl."] };
const all = [
  { start: 0, end: 6 },
  { start: 7, end: 13 },
  { start: 14, end: 20 },
];

describe("evaluateSegmentation", () => {
  it("gives gold itself full marks, and blanks cost nothing", () => {
    const wide = [
      { start: 0, end: 7 },
      { start: 7, end: 14 },
      { start: 14, end: 20 },
    ];
    for (const found of [all, wide]) {
      expect(evaluateSegmentation([gold], [found])).toMatchObject({ f1: 1, sentenceF1: 1, normalisedF1: 1 });
    }
  });

  it("counts one boundary missed and one that is none", () => {
    const found = [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
      { start: 7, end: 20 },
    ];
    const score = evaluateSegmentation([gold], [found]);
    expect(score).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, boundaries: 2, missed: 1, wrong: 1 });
    expect(score.sentenceF1).toBe(0);
  });

  it("gives no split nothing, and does not count optional places", () => {
    expect(evaluateSegmentation([gold], [[{ start: 0, end: 20 }]]).f1).toBe(0);
    const lenient = { ...gold, sentences: ["Ab cd. Ef gh.", "Ij kl."], optional: [6] };
    expect(evaluateSegmentation([lenient], [all])).toMatchObject({ f1: 1, wrong: 0 });
  });

  it("punishes too many sentences in the normalised F1", () => {
    const two = { text: "abcd efgh", sentences: ["abcd", "efgh"] };
    const found = [0, 1, 2, 3].map((i) => ({ start: i < 2 ? i * 2 : i * 2 + 1, end: i < 2 ? i * 2 + 2 : i * 2 + 3 }));
    // Each gold sentence overlaps its best half by 2·2/(4+2); two gold sentences against four found halve it.
    expect(evaluateSegmentation([two], [found]).normalisedF1).toBeCloseTo((2 / 3) * 0.5, 10);
  });
});

describe("hasSentences", () => {
  it("asks for exactly the sentences expected, blanks aside", () => {
    expect(hasSentences(gold.text, all, ["Ab cd. ", "Ef  gh.", "Ij kl."])).toBe(true);
    expect(hasSentences(gold.text, all.slice(0, 2), gold.sentences)).toBe(false);
  });
});
