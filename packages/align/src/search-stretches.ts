import { type Band, bandAround, type Step } from "./lattice/band.ts";
import { AT, FEATURES } from "./lattice/feature-names.ts";
import { type BeadPlace, type Evidence, type Judge, readBead } from "./lattice/features.ts";
import { estimateHabits, type Habits, neutralHabits, type WeighedBead } from "./lattice/habits.ts";
import { bestChain, emptyLattice, type Lattice, placeOf, scoreRows, weighAll } from "./lattice/lattice.ts";
import { SHAPES } from "./lattice/shapes.ts";
import type { PassWeights, Weights } from "./lattice/weight-tables.ts";
import { textWeights } from "./lattice/weights.ts";
import type { LengthPrior } from "./length-prior.ts";
import { type Lexicon, type LikelyBead, learnLexicon } from "./meaning/lexicon.ts";
import type { Pace } from "./pace.ts";
import type { ReadTexts } from "./read-texts.ts";
import { firstBand, gatherEvidence, type Stretch, sliceTexts } from "./stretch.ts";

/** A bead that was found: the runs of the whole texts it holds, and its probability given everything. */
export interface FoundBead {
  readonly source: Step;
  readonly target: Step;
  readonly probability: number;
  /** What it was judged by. */
  readonly features: Float64Array;
}

/** What a search needs besides the texts. */
export interface SearchOptions {
  readonly prior: LengthPrior;
  readonly weights: Weights;
  readonly pace: Pace;
}

/** Rows scored before others may run. */
const ROWS_A_TURN = 256;
/** Places on either side of the first pass's path that the second pass looks at. */
const SECOND_HALF_WIDTH = 5;
/** Share of the work that is done before the first pass, after it, and after the second. */
const PASSES = [0.1, 0.55, 1] as const;
const LEAST_LIKELY = 0.01;
/** From this probability on the first pass is believed. */
const SURE = 0.9;

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
  const first: Pass[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const slice = sliceTexts(texts, stretch);
    const work = { slice, band: firstBand(slice), habits: neutralHabits(prior), lexicon: undefined };
    const progress = shareOf(0, index, stretches.length);
    first.push(await runPass(work, { weights: weights.first, pace, progress }));
  }
  const habits = estimateHabits(
    first.flatMap((pass) => pass.weighed),
    prior,
  );
  const lexicon = learnAll(texts, stretches, first);
  const found: FoundBead[][] = [];
  for (const [index, stretch] of stretches.entries()) {
    const slice = sliceTexts(texts, stretch);
    const band = first[index]?.nextBand ?? firstBand(slice);
    const progress = shareOf(1, index, stretches.length);
    const pass = await runPass({ slice, band, habits, lexicon }, { weights: weights.second, pace, progress });
    found.push(pass.chain.map((bead) => shift(bead, stretch)));
  }
  return found;
}

function shareOf(pass: 0 | 1, index: number, count: number): (share: number) => number {
  const from = PASSES[pass];
  return (share) => from + (PASSES[pass + 1 === 1 ? 1 : 2] - from) * ((index + share) / count);
}

/** One pass over one stretch. */
export interface Work {
  readonly slice: ReadTexts;
  readonly band: Band;
  readonly habits: Habits;
  readonly lexicon: Lexicon | undefined;
}

/** What a pass judges by, and the share of the whole work that a share of it is. */
export interface PassOptions {
  readonly weights: PassWeights;
  readonly pace: Pace;
  readonly progress: (share: number) => number;
}

/** What a pass found and what it found it with. */
export interface Pass {
  readonly judge: Judge;
  readonly lattice: Lattice;
  readonly chain: readonly FoundBead[];
  readonly weighed: readonly WeighedBead[];
  readonly likely: readonly LikelyBead[];
  readonly nextBand: Band;
}

/** Searches one stretch once. */
export async function runPass(
  { slice, band, habits, lexicon }: Work,
  { weights, pace, progress }: PassOptions,
): Promise<Pass> {
  const evidence = await gatherEvidence(slice, band, { lexicon, pace, progress });
  const { features, transitions } = textWeights(weights, evidence.lines);
  const judge: Judge = { evidence, habits };
  const lattice = emptyLattice(band);
  const score = scorer(judge, features);
  for (let row = 0; row < band.low.length; row += ROWS_A_TURN) {
    scoreRows(lattice, [row, Math.min(band.low.length, row + ROWS_A_TURN)], score);
    await pace.step(progress(1));
  }
  const { probabilities } = weighAll(lattice, transitions);
  const chain = bestChain(lattice, transitions);
  const ends: Step = [slice.source.count, slice.target.count];
  const beads = chain.map((end, index) =>
    describe(judge, { lattice, probabilities }, [chain[index - 1] ?? [0, 0], end]),
  );
  return {
    judge,
    lattice,
    chain: beads,
    ...collectLikely(judge, lattice, probabilities),
    nextBand: isWhole(band, ends) ? band : bandAround(sureEnds(beads), ends, SECOND_HALF_WIDTH),
  };
}

/**
 * The ends of beads that the first pass is sure of. Where it is not, the path leaps, and the second pass sees the whole
 * leap: a missing chapter is found again although the coarse path went astray in it.
 */
function sureEnds(beads: readonly FoundBead[]): Step[] {
  const isSure = (bead: FoundBead | undefined): boolean =>
    bead !== undefined &&
    bead.probability >= SURE &&
    bead.source[0] < bead.source[1] &&
    bead.target[0] < bead.target[1];
  return beads.flatMap((bead, index) => {
    const isAmongSure = isSure(bead) && (isSure(beads[index - 1]) || isSure(beads[index + 1]));
    return isAmongSure ? [[bead.source[0], bead.target[0]] as const, [bead.source[1], bead.target[1]] as const] : [];
  });
}

function isWhole(band: Band, [, targets]: Step): boolean {
  return band.high[0] === targets && (band.low.at(-1) ?? 0) === 0;
}

function scorer(judge: Judge, weights: Float64Array): (i: number, j: number, shape: number) => number {
  const out = new Float64Array(FEATURES.length);
  const place: BeadPlace = { i: 0, j: 0, shape: 0 };
  return (i, j, shape) => {
    place.i = i;
    place.j = j;
    place.shape = shape;
    if (!readBead(judge, place, out)) return Number.NEGATIVE_INFINITY;
    let sum = 0;
    for (let k = 0; k < out.length; k++) sum += (weights[k] ?? 0) * (out[k] ?? 0);
    return sum;
  };
}

function describe(
  judge: Judge,
  { lattice, probabilities }: { readonly lattice: Lattice; readonly probabilities: Float32Array },
  [from, to]: readonly [Step, Step],
): FoundBead {
  const [i, j] = to;
  const shape = SHAPES.findIndex((one) => one.source === i - from[0] && one.target === j - from[1]);
  const features = new Float64Array(FEATURES.length);
  readBead(judge, { i, j, shape }, features);
  const probability = probabilities[placeOf(lattice, i, j) * SHAPES.length + shape] ?? 0;
  return { source: [from[0], i], target: [from[1], j], probability: Math.min(1, probability), features };
}

function collectLikely(
  judge: Judge,
  lattice: Lattice,
  probabilities: Float32Array,
): { weighed: WeighedBead[]; likely: LikelyBead[] } {
  const { low, high } = lattice.band;
  const weighed: WeighedBead[] = [];
  const likely: LikelyBead[] = [];
  const out = new Float64Array(FEATURES.length);
  for (let i = 0; i < low.length; i++) {
    for (let j = low[i] ?? 0; j <= (high[i] ?? -1); j++) {
      const at = placeOf(lattice, i, j) * SHAPES.length;
      for (const [k, shape] of SHAPES.entries()) {
        const probability = probabilities[at + k] ?? 0;
        if (probability < LEAST_LIKELY) continue;
        readBead(judge, { i, j, shape: k }, out);
        const runs = { source: [i - shape.source, i], target: [j - shape.target, j] } as const;
        weighed.push({ kind: shape.kind, probability, ...sizes(judge.evidence, runs), gain: out[AT.gain] ?? 0 });
        if (shape.kind !== "one-sided") likely.push({ ...runs, probability });
      }
    }
  }
  return { weighed, likely };
}

function sizes({ source, target }: Evidence, runs: { readonly source: Step; readonly target: Step }) {
  return {
    sourceChars: (source.lengths[runs.source[1]] ?? 0) - (source.lengths[runs.source[0]] ?? 0),
    targetChars: (target.lengths[runs.target[1]] ?? 0) - (target.lengths[runs.target[0]] ?? 0),
  };
}

/** Learns which words keep company from the first pass over all stretches. */
export function learnAll(
  texts: ReadTexts,
  stretches: readonly Stretch[],
  passes: readonly Pass[],
): Lexicon | undefined {
  const source = texts.source.words?.side;
  const target = texts.target.words?.side;
  if (source === undefined || target === undefined) return undefined;
  const beads = passes.flatMap((pass, index) => {
    const stretch = stretches[index];
    return stretch === undefined ? [] : pass.likely.map((bead) => shift(bead, stretch));
  });
  return learnLexicon(source, target, beads);
}

function shift<T extends { readonly source: Step; readonly target: Step }>(bead: T, { source, target }: Stretch): T {
  return {
    ...bead,
    source: [bead.source[0] + source[0], bead.source[1] + source[0]],
    target: [bead.target[0] + target[0], bead.target[1] + target[0]],
  };
}
