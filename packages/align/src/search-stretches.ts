import { type Believed, believedBeads, learnAll, secondBand } from "./first-pass.ts";
import type { Band } from "./lattice/band.ts";
import { estimateHabits, neutralHabits } from "./lattice/habits.ts";
import type { Weights } from "./lattice/weight-tables.ts";
import type { LengthPrior } from "./length-prior.ts";
import type { Pace } from "./pace.ts";
import type { ReadTexts } from "./read-texts.ts";
import { type FoundBead, runPass } from "./run-pass.ts";
import { firstBand, type ReadStretch, readStretch, type Stretch, shift } from "./stretch.ts";

/** What a search needs besides the texts. */
export interface SearchOptions {
  readonly prior: LengthPrior;
  readonly weights: Weights;
  readonly pace: Pace;
}

/** Between which shares of the work the first pass is done, and the second. */
const PASSES = [
  [0.1, 0.55],
  [0.55, 1],
] as const;

/**
 * Finds the beads of each stretch. Two passes: the first gives the habits of the text (lengths, how often sentences
 * are split, joined or left out, how freely it is translated) and the words that keep company; the second judges
 * with them.
 */
export async function searchStretches(
  texts: ReadTexts,
  stretches: readonly Stretch[],
  { prior, weights, pace }: SearchOptions,
): Promise<FoundBead[][]> {
  const first: FirstPass[] = [];
  for (const [index, place] of stretches.entries()) {
    const stretch = readStretch(texts, place);
    const work = { stretch, band: firstBand(stretch.texts), habits: neutralHabits(prior), lexicon: undefined };
    const progress = shareOf(0, index, stretches.length);
    const pass = await runPass(work, { weights: weights.first, pace, progress });
    first.push({ ...believedBeads(pass), place, stretch, band: secondBand(pass) });
  }
  const habits = estimateHabits(
    first.flatMap(({ weighed }) => weighed),
    prior,
  );
  const lexicon = learnAll(texts, first);
  const found: FoundBead[][] = [];
  for (const [index, { place, stretch, band }] of first.entries()) {
    const progress = shareOf(1, index, stretches.length);
    const pass = await runPass({ stretch, band, habits, lexicon }, { weights: weights.second, pace, progress });
    found.push(pass.chain.map((bead) => shift(bead, place)));
  }
  return found;
}

/** What the second pass over a stretch begins with. */
interface FirstPass extends Believed {
  readonly place: Stretch;
  readonly stretch: ReadStretch;
  readonly band: Band;
}

function shareOf(pass: 0 | 1, index: number, count: number): (share: number) => number {
  const [from, to] = PASSES[pass];
  return (share) => from + (to - from) * ((index + share) / count);
}
