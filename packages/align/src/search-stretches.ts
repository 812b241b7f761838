import { type Believed, believedBeads, learnAll, secondBand } from "./first-pass.ts";
import type { Band } from "./lattice/band.ts";
import { estimateHabits, neutralHabits } from "./lattice/habits.ts";
import type { Weights } from "./lattice/weight-tables.ts";
import type { LengthPrior } from "./length-prior.ts";
import { type Pace, partOf } from "./pace.ts";
import type { ReadTexts } from "./read-texts.ts";
import { type FoundBead, runPass } from "./run-pass.ts";
import { firstBand, type ReadStretch, readStretch, type Stretch, shift } from "./stretch.ts";

/** What a search needs besides the texts. */
export interface SearchOptions {
  readonly prior: LengthPrior;
  readonly weights: Weights;
  readonly pace: Pace;
}

/** The share of the work that the first passes are. */
const FIRST = 0.55;
/** Of a first pass: up to where its stretch is read, its band found, it is run. */
const STRETCH_READ = 0.1;
const BAND_FOUND = 0.2;
const PASS_RUN = 0.95;

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
    const own = partOf(partOf(pace, [0, FIRST]), [index / stretches.length, (index + 1) / stretches.length]);
    const stretch = await readStretch(texts, place, partOf(own, [0, STRETCH_READ]));
    const band = await firstBand(stretch.texts, partOf(own, [STRETCH_READ, BAND_FOUND]));
    const work = { stretch, band, habits: neutralHabits(prior), lexicon: undefined };
    const pass = await runPass(work, { weights: weights.first, pace: partOf(own, [BAND_FOUND, PASS_RUN]) });
    const believed = await believedBeads(pass, partOf(own, [PASS_RUN, 1]));
    first.push({ ...believed, place, stretch, band: secondBand(pass) });
  }
  const habits = estimateHabits(
    first.flatMap(({ weighed }) => weighed),
    prior,
  );
  const lexicon = await learnAll(texts, first, partOf(pace, [FIRST, FIRST]));
  const found: FoundBead[][] = [];
  for (const [index, { place, stretch, band }] of first.entries()) {
    const own = partOf(partOf(pace, [FIRST, 1]), [index / first.length, (index + 1) / first.length]);
    const pass = await runPass({ stretch, band, habits, lexicon }, { weights: weights.second, pace: own });
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
