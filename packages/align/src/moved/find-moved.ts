import type { Bead, SideName } from "@stele/model";
import type { MovedHint } from "../align-options.ts";
import type { Pace } from "../pace.ts";
import type { ReadTexts } from "../read-texts.ts";
import { findChains, type MovedPair } from "./chains.ts";
import { beyondInPlace, isDoubtfulPair } from "./in-place.ts";
import { type Compared, measureSurprise } from "./surprise.ts";

/** Pairs of open sentences that are compared: beyond it a text was not rearranged but replaced. */
const MOST_PAIRS = 40_000;
const MOST_CANDIDATES = 3;

/** Sentences without a sure partner in their place whose partners stand elsewhere without one: moved, perhaps. */
export async function findMoved(
  { source, target }: ReadTexts,
  beads: readonly Bead[],
  pace: Pace,
): Promise<MovedHint[]> {
  if (source.words === undefined || target.words === undefined) return [];
  const doubtful = beads.filter(isDoubtfulPair);
  const alone = { source: aloneIn(beads, "source"), target: aloneIn(beads, "target") };
  const open = { source: withOwn(alone, doubtful, "source"), target: withOwn(alone, doubtful, "target") };
  const compared = pairsOf(open) > MOST_PAIRS ? alone : open;
  if (pairsOf(compared) === 0 || pairsOf(compared) > MOST_PAIRS) return [];
  const surprise = await measureSurprise([source.words, target.words], compared, pace);
  const found = (await findChains(compared, beyondInPlace(surprise, compared, doubtful), pace)).flat();
  return [
    ...hintsOf(found, "source", "target").map(([sentence, candidates]) => ({ source: sentence, candidates })),
    ...hintsOf(found, "target", "source").map(([sentence, candidates]) => ({ target: sentence, candidates })),
  ];
}

function aloneIn(beads: readonly Bead[], which: SideName): readonly number[] {
  const other = which === "source" ? "target" : "source";
  const alone = beads.filter((bead) => bead[other][0] === bead[other][1] && bead[which][1] - bead[which][0] === 1);
  return alone.map((bead) => bead[which][0]);
}

/** The sentences that stand alone and those of the doubtful pairs, in order. */
function withOwn(alone: Compared, doubtful: readonly Bead[], which: SideName): readonly number[] {
  return [...alone[which], ...doubtful.map((bead) => bead[which][0])].toSorted((a, b) => a - b);
}

function pairsOf({ source, target }: Compared): number {
  return source.length * target.length;
}

/** The partners of each sentence, the surest first. */
function hintsOf(
  pairs: readonly MovedPair[],
  own: SideName,
  other: SideName,
): readonly (readonly [sentence: number, candidates: readonly number[]])[] {
  const sentences = [...new Set(pairs.map((pair) => pair[own]))].toSorted((a, b) => a - b);
  return sentences.map((sentence) => {
    const found = pairs.filter((pair) => pair[own] === sentence);
    const best = found.toSorted((a, b) => b.surprise - a.surprise || a[other] - b[other]);
    return [sentence, best.slice(0, MOST_CANDIDATES).map((pair) => pair[other])] as const;
  });
}
