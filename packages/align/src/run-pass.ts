import type { Band, Step } from "./lattice/band.ts";
import { FEATURES } from "./lattice/feature-names.ts";
import { type BeadPlace, type Judge, readBead } from "./lattice/features.ts";
import type { Habits } from "./lattice/habits.ts";
import { bestChain, emptyLattice, type Lattice, placeOf, scoreAll, weighAll } from "./lattice/lattice.ts";
import { SHAPES } from "./lattice/shapes.ts";
import type { PassWeights } from "./lattice/weight-tables.ts";
import { textWeights } from "./lattice/weights.ts";
import type { Lexicon } from "./meaning/lexicon.ts";
import { mapInTurns, type Pace, partOf } from "./pace.ts";
import { gatherEvidence, type ReadStretch } from "./stretch.ts";

/** A bead that was found: the runs of the whole texts it holds, and its probability given everything. */
export interface FoundBead {
  readonly source: Step;
  readonly target: Step;
  readonly probability: number;
  /** What it was judged by. */
  readonly features: Float64Array;
}

/** One pass over one stretch. */
export interface Work {
  readonly stretch: ReadStretch;
  readonly band: Band;
  readonly habits: Habits;
  readonly lexicon: Lexicon | undefined;
}

/** What a pass judges by, and its pace. */
export interface PassOptions {
  readonly weights: PassWeights;
  readonly pace: Pace;
}

/** What a pass found and what it found it with. */
export interface Pass {
  readonly judge: Judge;
  readonly lattice: Lattice;
  /** Of each bead of the lattice. */
  readonly probabilities: Float32Array;
  readonly chain: readonly FoundBead[];
}

/** Searches one stretch once. */
export async function runPass({ stretch, band, habits, lexicon }: Work, { weights, pace }: PassOptions): Promise<Pass> {
  const evidence = await gatherEvidence(stretch, band, { lexicon, pace: partOf(pace, [0, 0.6]) });
  const { features, transitions } = textWeights(weights, evidence.lines);
  const judge: Judge = { evidence, habits };
  const lattice = emptyLattice(band);
  await scoreAll(lattice, scorer(judge, features), partOf(pace, [0.6, 0.85]));
  const probabilities = await weighAll(lattice, transitions, partOf(pace, [0.85, 0.95]));
  const ends = await bestChain(lattice, transitions, partOf(pace, [0.95, 0.98]));
  const chain = await mapInTurns(ends, partOf(pace, [0.98, 1]), (end, index) =>
    describe(judge, { lattice, probabilities }, [ends[index - 1] ?? [0, 0], end]),
  );
  return { judge, lattice, probabilities, chain };
}

function scorer(judge: Judge, weights: Float64Array): (i: number, j: number, shape: number) => number {
  const out = new Float64Array(FEATURES.length);
  const place: BeadPlace = { i: 0, j: 0, shape: 0 };
  return (i, j, shape) => {
    place.i = i;
    place.j = j;
    place.shape = shape;
    return readBead(judge, place, out) ? weigh(weights, out) : Number.NEGATIVE_INFINITY;
  };
}

/** The sum of all features by their weights; four sums at once, since no addition then waits for the one before. */
function weigh(weights: Float64Array, features: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = 0;
  for (; k + 3 < features.length; k += 4) {
    a += (weights[k] ?? 0) * (features[k] ?? 0);
    b += (weights[k + 1] ?? 0) * (features[k + 1] ?? 0);
    c += (weights[k + 2] ?? 0) * (features[k + 2] ?? 0);
    d += (weights[k + 3] ?? 0) * (features[k + 3] ?? 0);
  }
  for (; k < features.length; k++) a += (weights[k] ?? 0) * (features[k] ?? 0);
  return a + b + (c + d);
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
