import { coverageFaults, evaluateAlignment, type IndexBead } from "@stele/align/evaluate";
import { describe, expect, it } from "vitest";

const gold: IndexBead[] = [
  [[0], [0]],
  [[1], [1, 2]],
  [[2], []],
  [[3], [3]],
];

describe("the score of an alignment", () => {
  it("is one where the beads are the gold's", () => {
    expect(evaluateAlignment([{ gold, found: gold }]).strict).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it("asks precision of one-sided beads but not recall", () => {
    const found: IndexBead[] = [
      [[0], [0]],
      [[1], [1]],
      [[], [2]],
      [[2], []],
      [[3], [3]],
    ];
    const { strict, lax } = evaluateAlignment([{ gold, found }]);
    expect(strict.precision).toBe(3 / 5);
    expect(strict.recall).toBe(2 / 3);
    expect(lax.precision).toBe(4 / 5);
    expect(lax.recall).toBe(1);
  });

  it("counts a doubled bead once and a missing document as empty", () => {
    expect(evaluateAlignment([{ gold, found: [...gold, [[0], [0]]] }]).strict.f1).toBe(1);
    expect(evaluateAlignment([{ gold, found: [] }]).strict).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  it("names the sentences that are missing, doubled or out of range", () => {
    const faults = coverageFaults(
      [
        [[0], [0]],
        [[0], [5]],
      ],
      { source: 2, target: 1 },
    );
    expect(faults).toEqual({ source: [0, 1], target: [5] });
  });
});
