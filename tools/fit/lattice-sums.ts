import { MOOD_OF, MOODS } from "../../packages/align/src/lattice/moods.ts";

/** A lattice thinned out to the beads that matter, in the order of their ends. */
export interface ThinLattice {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shape: Uint8Array;
  /** For each bead, where its features begin that are not 0. */
  readonly starts: Int32Array;
  readonly features: Uint8Array;
  readonly values: Float32Array;
  readonly nodes: number;
  /** Whether the gold allows a bead: its own, and everything inside a bead of a shape that the search does not know. */
  readonly isGold: Uint8Array;
}

/**
 * The weights as one row: features, what lines add to them, kinds of neighbours; `kindOf` tells the kind of each pair of
 * moods, or -1.
 */
export interface FitWeights {
  readonly row: Float64Array;
  /** Where the kinds of neighbours begin. */
  readonly neighbours: number;
  readonly kindOf: Int8Array;
}

const NONE = Number.NEGATIVE_INFINITY;
/** Beads less probable than this change no sum. */
const NOTHING = 1e-9;

function add(a: number, b: number): number {
  if (a === NONE) return b;
  if (b === NONE) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** The score of each bead. */
export function scoreBeads({ starts, features, values, to }: ThinLattice, { row }: FitWeights): Float64Array {
  const scores = new Float64Array(to.length);
  for (let bead = 0; bead < scores.length; bead++) {
    let sum = 0;
    for (let at = starts[bead] ?? 0; at < (starts[bead + 1] ?? 0); at++) {
      sum += (row[features[at] ?? 0] ?? 0) * (values[at] ?? 0);
    }
    scores[bead] = sum;
  }
  return scores;
}

/** The same, −∞ for beads that the gold does not allow. */
export function onlyGold({ isGold }: ThinLattice, scores: Float64Array): Float64Array {
  return scores.map((score, bead) => (isGold[bead] === 1 ? score : NONE));
}

interface Sums {
  readonly lattice: ThinLattice;
  readonly weights: FitWeights;
  readonly scores: Float64Array;
  /** The weight of each mood after each other. */
  readonly turns: Float64Array;
  readonly forward: Float64Array;
  readonly entering: Float64Array;
}

/**
 * Forward and backward sums over a thin lattice: adds to `counts`, `share` times, how often each feature and each kind
 * of neighbours is expected.
 */
export function countExpected(
  lattice: ThinLattice,
  weights: FitWeights,
  { scores, counts, share }: { readonly scores: Float64Array; readonly counts: Float64Array; readonly share: number },
): void {
  const turns = Float64Array.from(weights.kindOf, (kind) =>
    kind < 0 ? 0 : (weights.row[weights.neighbours + kind] ?? 0),
  );
  const empty = new Float64Array(lattice.nodes * MOODS).fill(NONE);
  const sums = { lattice, weights, scores, turns, forward: empty, entering: empty.slice() };
  sumForward(sums);
  let total = NONE;
  for (let mood = 0; mood < MOODS; mood++) total = add(total, sums.forward[(lattice.nodes - 1) * MOODS + mood] ?? NONE);
  countBackwards(sums, total, (index, amount) => {
    counts[index] = (counts[index] ?? 0) + share * amount;
  });
}

function sumForward({ lattice: { from, to, shape }, scores, turns, forward, entering }: Sums): void {
  forward[0] = 0;
  let ready = 0;
  for (let bead = 0; bead < to.length; bead++) {
    const score = scores[bead] ?? NONE;
    if (score === NONE) continue;
    for (; ready < (to[bead] ?? 0); ready++) {
      for (let at = 0; at < MOODS * MOODS; at++) {
        const next = ready * MOODS + (at % MOODS);
        const before = forward[ready * MOODS + Math.floor(at / MOODS)] ?? NONE;
        entering[next] = add(entering[next] ?? NONE, before + (turns[at] ?? 0));
      }
    }
    const mood = MOOD_OF[shape[bead] ?? 0] ?? 0;
    const here = (to[bead] ?? 0) * MOODS + mood;
    forward[here] = add(forward[here] ?? NONE, (entering[(from[bead] ?? 0) * MOODS + mood] ?? NONE) + score);
  }
}

function countBackwards(sums: Sums, total: number, count: (index: number, amount: number) => void): void {
  const { lattice, scores, entering } = sums;
  const leaving = new Float64Array(lattice.nodes * MOODS).fill(NONE);
  let backward = new Float64Array(MOODS);
  let open = -1;
  for (let bead = scores.length - 1; bead >= 0; bead--) {
    if (scores[bead] === NONE) continue;
    const end = lattice.to[bead] ?? 0;
    if (end !== open) backward = backwardOf(sums, leaving, end);
    open = end;
    const mood = MOOD_OF[lattice.shape[bead] ?? 0] ?? 0;
    const at = (lattice.from[bead] ?? 0) * MOODS + mood;
    const onwards = (backward[mood] ?? NONE) + (scores[bead] ?? NONE);
    leaving[at] = add(leaving[at] ?? NONE, onwards);
    const probability = Math.exp((entering[at] ?? NONE) + onwards - total);
    if (probability < NOTHING) continue;
    countFeatures(lattice, bead, (feature, value) => count(feature, probability * value));
    countNeighbours(sums, { begin: at - mood, mood, onwards: onwards - total }, count);
  }
}

function countFeatures(
  { starts, features, values }: ThinLattice,
  bead: number,
  count: (feature: number, value: number) => void,
): void {
  for (let at = starts[bead] ?? 0; at < (starts[bead + 1] ?? 0); at++) count(features[at] ?? 0, values[at] ?? 0);
}

function backwardOf({ lattice, turns }: Sums, leaving: Float64Array, end: number): Float64Array<ArrayBuffer> {
  const backward = new Float64Array(MOODS);
  if (end === lattice.nodes - 1) return backward;
  backward.fill(NONE);
  for (let at = 0; at < MOODS * MOODS; at++) {
    const mood = Math.floor(at / MOODS);
    const onwards = (turns[at] ?? 0) + (leaving[end * MOODS + (at % MOODS)] ?? NONE);
    backward[mood] = add(backward[mood] ?? NONE, onwards);
  }
  return backward;
}

function countNeighbours(
  { weights, turns, forward }: Sums,
  { begin, mood, onwards }: { readonly begin: number; readonly mood: number; readonly onwards: number },
  count: (index: number, amount: number) => void,
): void {
  for (let before = 0; before < MOODS; before++) {
    const at = before * MOODS + mood;
    const kind = weights.kindOf[at] ?? -1;
    if (kind < 0) continue;
    const amount = Math.exp((forward[begin + before] ?? NONE) + (turns[at] ?? 0) + onwards);
    if (amount > NOTHING) count(weights.neighbours + kind, amount);
  }
}
