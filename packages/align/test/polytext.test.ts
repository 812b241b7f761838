import { buildPolytext } from "@stele/align";
import { type Bead, type Bitext, createArticle, createBitext, type LanguageTag, type Side } from "@stele/model";
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
