import { buildPolytext } from "@stele/align";
import {
  type Bead,
  type Bitext,
  createArticle,
  createBitext,
  type LanguageTag,
  type Polytext,
  type Side,
} from "@stele/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

function side(language: LanguageTag, count: number): Side {
  const text = Array.from({ length: count }, (_, k) => `${k}`.padStart(2, "0")).join(" ");
  const article = createArticle({ language, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }] });
  const sentences = Array.from({ length: count }, (_, k) => ({ start: k * 3, end: k * 3 + 2, block: 0 }));
  return { article, sentences, provenance: { origin: { kind: "file", name: "x" }, standing: "human" } };
}

/** Beads from a line such as `1-1 1-2 0-1`; scores by bead, .9 where none is given. */
function pair(source: Side, target: Side, [shapes, scores = []]: readonly [string, (number | undefined)[]?]): Bitext {
  let [i, j] = [0, 0];
  const beads = shapes.split(" ").map((shape, k): Bead => {
    const [a = 0, b = 0] = shape.split("-").map(Number);
    const bead = {
      source: [i, i + a],
      target: [j, j + b],
      score: a * b === 0 ? null : (scores[k] ?? 0.9),
      lowScore: false,
    } as const;
    [i, j] = [i + a, j + b];
    return bead;
  });
  return createBitext({ source, target, beads });
}

const runs = (pairs: readonly Bitext[]) =>
  buildPolytext(pairs).rows.map((row) => row.runs.map(([from, to]) => to - from).join("-"));

describe("rows", () => {
  const [en, ko, zh] = [side("en", 4), side("ko", 5), side("zh-Hans", 4)];

  it("of one pair are its beads", () => {
    expect(runs([pair(en, ko, ["1-1 1-2 1-1 1-1"])])).toEqual(["1-1", "1-2", "1-1", "1-1"]);
  });

  it("of two pairs meet where both end, and what one side lacks is an empty run", () => {
    const pairs = [pair(en, ko, ["1-1 1-2 0-1 1-1 1-0"]), pair(en, zh, ["1-1 1-1 1-1 1-0 0-1"])];
    expect(runs(pairs)).toEqual(["1-1-1", "1-2-1", "0-1-0", "1-1-1", "1-0-0", "0-0-1"]);
  });

  it("of three pairs cover every sentence once, in order", () => {
    const pairs = [pair(en, ko, ["1-1 1-2 1-1 1-1"]), pair(en, zh, ["1-1 1-1 2-2"]), pair(ko, zh, ["1-1 2-1 1-1 1-1"])];
    const { rows, sides } = buildPolytext(pairs);
    for (const [k, one] of sides.entries()) {
      expect(
        rows.flatMap((row) =>
          Array.from(
            { length: (row.runs[k]?.[1] ?? 0) - (row.runs[k]?.[0] ?? 0) },
            (_, n) => (row.runs[k]?.[0] ?? 0) + n,
          ),
        ),
      ).toEqual(one.sentences.map((_, n) => n));
    }
    expect(rows).toHaveLength(4);
  });

  it("let the weakest bead yield where three pairs contradict each other, and lower the score", () => {
    const pairs = [
      pair(en, ko, ["1-1 1-2 1-1 1-1"]),
      pair(en, zh, ["1-1 1-1 1-1 1-1"]),
      pair(ko, zh, ["1-1 1-1 1-0 1-1 1-1", [0.9, 0.3]]),
    ];
    const poly = buildPolytext(
      [pairs[0], pairs[1], pair(ko, zh, ["3-2 1-1 1-1", [0.3]])].filter((one) => one !== undefined),
    );
    expect(poly.rows.map((row) => row.runs.map(([from, to]) => to - from).join("-"))).toEqual([
      "1-1-1",
      "1-2-1",
      "1-1-1",
      "1-1-1",
    ]);
    expect(poly.rows[1]?.score).toBeLessThan(0.9);
    expect(poly.pairs[2]?.beads[1]).toMatchObject({ source: [1, 3], target: [1, 2], lowScore: true });
    expect(runs(pairs.filter((one) => one !== undefined))).toEqual(["1-1-1", "1-2-1", "1-1-1", "1-1-1"]);
  });

  it("let only the bead yield that contradicts: neither a pair that has no say there nor what else the pair holds", () => {
    const pairs = [
      pair(en, ko, ["1-1 1-1 0-1 1-1 1-1", [0.99, 0.9, undefined, 0.2, 0.9]]),
      pair(en, zh, ["1-1 1-1 1-1 1-1", [0.99, 0.9, 0.1]]),
      pair(ko, zh, ["1-1 2-1 1-1 1-1", [0.95, 0.6, 0.9]]),
    ];
    const poly = buildPolytext(pairs);
    expect(runs(pairs)).toEqual(["1-1-1", "1-1-1", "0-1-0", "1-1-1", "1-1-1"]);
    expect(poly.pairs.slice(0, 2)).toEqual(pairs.slice(0, 2));
    expect(poly.pairs[2]?.beads.map(({ source, target }) => [...source, ...target])).toEqual([
      [0, 1, 0, 1],
      [1, 2, 1, 2],
      [2, 3, 2, 2],
      [3, 4, 2, 3],
      [4, 5, 3, 4],
    ]);
    expect(poly.pairs[2]?.beads[1]?.score).toBeLessThan(0.9);
  });

  it("take the place away instead where the bead that crosses it has more evidence", () => {
    const pairs = [
      pair(en, ko, ["1-1 1-2 1-1 1-1", [0.9, 0.3, 0.3]]),
      pair(en, zh, ["1-1 1-1 1-1 1-1", [0.9, 0.4, 0.4]]),
      pair(ko, zh, ["1-1 3-2 1-1", [0.9, 0.97]]),
    ];
    expect(runs(pairs)).toEqual(["1-1-1", "2-3-2", "1-1-1"]);
  });

  it("do not mind in which order one-sided sentences stand that follow each other", () => {
    const three = side("zh-Hans", 3);
    const pairs = [
      pair(side("en", 3), side("ko", 3), ["1-1 1-0 0-1 1-1"]),
      pair(side("en", 3), three, ["1-1 1-1 1-1"]),
      pair(side("ko", 3), three, ["1-1 1-0 0-1 1-1"]),
    ];
    const poly = buildPolytext(pairs);
    expect(poly.rows.map((row) => row.runs.map(([from, to]) => to - from).join("-"))).toEqual([
      "1-1-1",
      "0-1-0",
      "1-0-1",
      "1-1-1",
    ]);
    expect(poly.pairs[1]).toBe(pairs[1]);
  });

  const chain = fc.array(
    fc.record({
      x: fc.nat({ max: 3 }),
      y: fc.nat({ max: 3 }),
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      isFixed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { maxLength: 12 },
  );

  /** Beads of any kind between two texts of eight sentences. */
  function randomPair(
    source: Side,
    target: Side,
    shapes: readonly { x: number; y: number; score: number; isFixed: boolean }[],
  ): Bitext {
    const beads: Bead[] = [];
    let [i, j] = [0, 0];
    const push = (x: number, y: number, rest: Pick<Bead, "score" | "lowScore" | "fixed">): void => {
      beads.push({ source: [i, i + x], target: [j, j + y], ...rest });
      [i, j] = [i + x, j + y];
    };
    for (const { x, y, score, isFixed } of shapes) {
      const [a, b] = [Math.min(x, 8 - i), Math.min(y, 8 - j)];
      if (a + b === 0 || (a * b === 0 && a + b > 1)) continue;
      push(a, b, {
        score: a * b === 0 || isFixed ? null : score,
        lowScore: score < 0.5,
        ...(isFixed && { fixed: true }),
      });
    }
    while (i < 8) push(1, 0, { score: null, lowScore: false });
    while (j < 8) push(0, 1, { score: null, lowScore: false });
    return createBitext({ source, target, beads });
  }

  it("of any three pairs hold every sentence once, are crossed by no bead, and stay when they are built again", () => {
    const [a, b, c] = [side("en", 8), side("ko", 8), side("zh-Hans", 8)];
    fc.assert(
      fc.property(chain, chain, chain, (first, second, third) => {
        const given = [randomPair(a, b, first), randomPair(a, c, second), randomPair(c, b, third)];
        const poly = buildPolytext(given);
        for (const [k, pair] of poly.pairs.entries()) {
          // Every sentence once, in order: checked where a bitext is made.
          createBitext(pair);
          for (const bead of given[k]?.beads ?? []) {
            if (bead.fixed === true) expect(pair.beads).toContainEqual(bead);
          }
          for (const bead of pair.beads) expect(rowsOfBead(poly, pair, bead)).toHaveLength(1);
        }
        expect(poly.rows.at(-1)?.runs.map(([, to]) => to)).toEqual([8, 8, 8]);
        expect(buildPolytext(poly.pairs).rows.length).toBeGreaterThanOrEqual(poly.rows.length);
      }),
      { numRuns: 100 },
    );
  });

  function rowsOfBead({ sides, rows }: Polytext, pair: Bitext, bead: Bead): number[] {
    const held = new Set<number>();
    for (const [side, [from, to]] of [
      [pair.source, bead.source],
      [pair.target, bead.target],
    ] as const) {
      const at = sides.findIndex(({ article }) => article.id === side.article.id);
      for (const [index, { runs }] of rows.entries()) {
        const [start, end] = runs[at] ?? [0, 0];
        if (from < end && start < to) held.add(index);
      }
    }
    return [...held];
  }

  it("are doubtful after a contradiction only where it was sure of itself or the other pairs are in doubt", () => {
    const marked = (isDoubtful: readonly boolean[]): boolean[] => {
      const made = [
        pair(en, ko, ["1-1 1-2 1-1 1-1"]),
        pair(en, zh, ["1-1 1-1 1-1 1-1"]),
        pair(ko, zh, ["3-2 1-1 1-1", [0.3]]),
      ];
      const pairs = made.map((one, k) => ({
        ...one,
        beads: one.beads.map((bead, n) => ({ ...bead, lowScore: n === 0 && isDoubtful[k] === true })),
      }));
      return buildPolytext(pairs).pairs[2]?.beads.map((bead) => bead.lowScore) ?? [];
    };
    expect(marked([false, false, true])).toEqual([false, false, false, false]);
    expect(marked([false, false, false])).toEqual([true, true, false, false]);
    expect(marked([true, false, true])).toEqual([true, false, false, false]);
  });

  it("never change a bead that a person made", () => {
    const made = pair(ko, zh, ["3-2 1-1 1-1", [0.3]]);
    const fixed = createBitext({
      ...made,
      beads: made.beads.map((bead, k) => (k === 0 ? { ...bead, score: null, fixed: true } : bead)),
    });
    const poly = buildPolytext([pair(en, ko, ["1-1 1-2 1-1 1-1"]), pair(en, zh, ["1-1 1-1 1-1 1-1"]), fixed]);
    expect(poly.pairs[2]?.beads[0]).toEqual(fixed.beads[0]);
    expect(poly.rows[0]?.runs).toEqual([
      [0, 2],
      [0, 3],
      [0, 2],
    ]);
  });

  it.each([
    ["there is no pair", [], "input-empty"],
    [
      "the pairs share no article",
      [pair(en, ko, ["1-1 1-2 1-1 1-1"]), pair(side("en", 2), side("zh-Hans", 2), ["1-1 1-1"])],
      "beads-invalid",
    ],
  ])("are refused where %s", (_, pairs, code) => {
    expect(() => buildPolytext(pairs)).toThrow(expect.objectContaining({ code }));
  });
});
