import { createAligner } from "@stele/align";
import type { LanguageTag } from "@stele/model";
import { describe, expect, it } from "vitest";
import { findChains } from "../src/moved/chains.ts";
import { beyondInPlace, isDoubtfulPair } from "../src/moved/in-place.ts";
import { type Chapter, readChapters } from "./book.ts";
import { vectorsFile } from "./vectors-file.ts";

const aligner = createAligner({ vectors: vectorsFile() });
const PAIRS: readonly (readonly [string, LanguageTag, LanguageTag])[] = [
  ["en-ko", "en", "ko"],
  ["en-zh", "en", "zh-Hans"],
  ["ko-zh", "ko", "zh-Hans"],
];

/** A chapter changed, and the right partners of each source sentence by its new number. */
interface Changed {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly partners: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Three beads from `at` on stand elsewhere in the target; or are left out there, and three others in the source. */
function change({ source, target, gold }: Chapter, at: number, kind: "moved" | "left out"): Changed {
  const to = gold.length - 5 - (at % 3);
  const block = gold.slice(at, at + 3);
  const rest = gold.filter((bead) => !block.includes(bead));
  const place = rest.indexOf(gold[to] ?? [[], []]);
  const lost = kind === "moved" ? [] : gold.slice(to, to + 3);
  const inTarget = kind === "moved" ? rest.toSpliced(place, 0, ...block) : rest;
  const sources = gold.filter((bead) => !lost.includes(bead)).flatMap(([own]) => own);
  const targets = inTarget.flatMap(([, other]) => other);
  const partners = gold.flatMap(([own, other]) =>
    own.map((i) => [sources.indexOf(i), new Set(other.map((j) => targets.indexOf(j)))] as const),
  );
  return {
    source: sources.map((i) => source[i] ?? ""),
    target: targets.map((j) => target[j] ?? ""),
    partners: new Map(partners),
  };
}

/** The hints of a changed chapter: whether the first sentence named is the right one. */
async function hintsOf(changed: Changed, [, source, target]: (typeof PAIRS)[number]): Promise<boolean[]> {
  const { moved = [] } = await aligner.align(changed.source, changed.target, { source, target });
  return moved.map(({ source: own, target: other, candidates: [first = -1] }) =>
    own === undefined
      ? changed.partners.get(first)?.has(other ?? -1) === true
      : changed.partners.get(own)?.has(first) === true,
  );
}

describe("hints at moved sentences", () => {
  it("are mostly right where three beads of our passages were moved, and rare where as many were left out", async () => {
    const hints: Record<"moved" | "left out", boolean[]> = { moved: [], "left out": [] };
    for (const pair of PAIRS) {
      for (const chapter of readChapters(pair[0]).filter(({ gold }) => gold.length >= 24)) {
        for (const kind of ["moved", "left out"] as const)
          hints[kind].push(...(await hintsOf(change(chapter, 5, kind), pair)));
      }
    }
    const right = hints.moved.filter((isRight) => isRight).length;
    console.log(
      `hints in passages: ${right} of ${hints.moved.length} right where three beads were moved, ${hints["left out"].length} where as many were left out`,
    );
    expect(right).toBeGreaterThan(60);
    expect(right / hints.moved.length).toBeGreaterThan(0.85);
    expect(hints["left out"].length).toBeLessThan(hints.moved.length / 8);
  }, 120_000);

  it("part a doubtful pair for partners that are surer of each other than it is, not for others", () => {
    const compared = { source: [4, 7, 9], target: [4, 8] };
    const doubtful = { source: [4, 5], target: [4, 5], score: 0.4, lowScore: true } as const;
    const surprise = [Float64Array.of(1, 5), Float64Array.of(2.5, 0), Float64Array.of(-1, 3)];
    const [own, other, free] = beyondInPlace(surprise, compared, [doubtful]);
    expect(own).toEqual(Float64Array.of(Number.NEGATIVE_INFINITY, 3));
    expect(other).toEqual(Float64Array.of(0.5, 0));
    expect(free).toEqual(Float64Array.of(-3, 3));
    const sure = { ...doubtful, lowScore: false };
    const long = { ...doubtful, target: [4, 6] } as const;
    expect([doubtful, sure, long].map(isDoubtfulPair)).toEqual([true, false, false]);
  });

  it("stop between two chains when the alignment is cancelled", async () => {
    const places = Array.from({ length: 12 }, (_, k) => k);
    const backwards = places.map((own) => Float64Array.from(places, (other) => (own + other === 11 ? 8 : 0)));
    const compared = { source: places, target: places };
    expect(await findChains(compared, backwards, { step: async () => {} })).toHaveLength(12);
    let steps = 0;
    const step = async (): Promise<void> => {
      if (++steps > 3) throw new Error("cancelled");
    };
    await expect(findChains(compared, backwards, { step })).rejects.toThrow("cancelled");
  });
});
