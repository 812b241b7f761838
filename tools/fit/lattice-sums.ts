import { MOOD_OF, MOODS } from "../../packages/align/src/lattice/moods.ts";

/** A lattice thinned out to the beads that matter, in the order of their ends. */
export interface ThinLattice {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly shape: Uint8Array;
  /** Features, bead after bead. */
  readonly features: Float32Array;
  readonly nodes: number;
  /** The beads that the gold allows: its own, and everything inside a bead of a shape that the search does not know. */
  readonly gold: Int32Array;
}

/** Expected counts of features and of neighbours over all chains, or over the gold's alone. */
export interface Expected {
  readonly features: Float64Array;
  readonly neighbours: Float64Array;
  /** The probability of each bead. */
  readonly probabilities: Float64Array;
}

/** The weights as one row: features, then kinds of neighbours; `kindOf` tells the kind of each pair of moods, or -1. */
export interface FitWeights {
  readonly row: Float64Array;
  readonly features: number;
  readonly kindOf: Int8Array;
}

const NONE = Number.NEGATIVE_INFINITY;

function add(a: number, b: number): number {
  if (a === NONE) return b;
  if (b === NONE) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

/** The score of each bead; −∞ for beads that the gold does not allow, where only those are asked for. */
export function scoreBeads(lattice: ThinLattice, { row, features }: FitWeights, onlyGold: boolean): Float64Array {
  const scores = Float64Array.from(lattice.to, (_, bead) => {
    let sum = 0;
    for (let f = 0; f < features; f++) sum += (row[f] ?? 0) * (lattice.features[bead * features + f] ?? 0);
    return sum;
  });
  if (!onlyGold) return scores;
  const kept = new Float64Array(scores.length).fill(NONE);
  for (const bead of lattice.gold) kept[bead] = scores[bead] ?? NONE;
  return kept;
}

/** Forward and backward sums over a thin lattice. */
export function expect(lattice: ThinLattice, weights: FitWeights, scores: Float64Array): Expected {
  const { from, to, shape, nodes } = lattice;
  const turn = (mood: number, next: number): number => {
    const kind = weights.kindOf[mood * MOODS + next] ?? -1;
    return kind < 0 ? 0 : (weights.row[weights.features + kind] ?? 0);
  };
  const forward = new Float64Array(nodes * MOODS).fill(NONE);
  const entering = forward.slice();
  const leaving = forward.slice();
  forward[0] = 0;
  let ready = 0;
  const enter = (node: number): void => {
    for (let next = 0; next < MOODS; next++) {
      let sum = NONE;
      for (let mood = 0; mood < MOODS; mood++)
        sum = add(sum, (forward[node * MOODS + mood] ?? NONE) + turn(mood, next));
      entering[node * MOODS + next] = sum;
    }
  };
  for (const [bead, end] of to.entries()) {
    while (ready < end) enter(ready++);
    const mood = MOOD_OF[shape[bead] ?? 0] ?? 0;
    const at = end * MOODS + mood;
    forward[at] = add(
      forward[at] ?? NONE,
      (entering[(from[bead] ?? 0) * MOODS + mood] ?? NONE) + (scores[bead] ?? NONE),
    );
  }
  let total = NONE;
  for (let mood = 0; mood < MOODS; mood++) total = add(total, forward[(nodes - 1) * MOODS + mood] ?? NONE);
  return countBackwards(lattice, weights, { scores, forward, entering, leaving, total, turn });
}

interface Sums {
  readonly scores: Float64Array;
  readonly forward: Float64Array;
  readonly entering: Float64Array;
  readonly leaving: Float64Array;
  readonly total: number;
  readonly turn: (mood: number, next: number) => number;
}

function countBackwards(lattice: ThinLattice, weights: FitWeights, sums: Sums): Expected {
  const { from, to, shape, nodes } = lattice;
  const out = {
    features: new Float64Array(weights.features),
    neighbours: new Float64Array(weights.row.length - weights.features),
    probabilities: new Float64Array(to.length),
  };
  let backward = new Float64Array(MOODS);
  let open = -1;
  for (let bead = to.length - 1; bead >= 0; bead--) {
    const end = to[bead] ?? 0;
    if (end !== open) backward = end === nodes - 1 ? new Float64Array(MOODS) : backwardOf(end, sums);
    open = end;
    const mood = MOOD_OF[shape[bead] ?? 0] ?? 0;
    const begin = (from[bead] ?? 0) * MOODS;
    const onwards = (backward[mood] ?? NONE) + (sums.scores[bead] ?? NONE);
    if (onwards === NONE) continue;
    sums.leaving[begin + mood] = add(sums.leaving[begin + mood] ?? NONE, onwards);
    countBead(lattice, weights, { bead, begin, mood, onwards, sums, out });
  }
  return out;
}

function backwardOf(end: number, { leaving, turn }: Sums): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: MOODS }, (_, mood) => {
    let sum = NONE;
    for (let next = 0; next < MOODS; next++) sum = add(sum, (leaving[end * MOODS + next] ?? NONE) + turn(mood, next));
    return sum;
  });
}

interface Counted {
  readonly bead: number;
  readonly begin: number;
  readonly mood: number;
  readonly onwards: number;
  readonly sums: Sums;
  readonly out: Expected;
}

function countBead(
  lattice: ThinLattice,
  weights: FitWeights,
  { bead, begin, mood, onwards, sums, out }: Counted,
): void {
  const count = weights.features;
  const probability = Math.exp((sums.entering[begin + mood] ?? NONE) + onwards - sums.total);
  out.probabilities[bead] = probability;
  for (let f = 0; f < count; f++) {
    out.features[f] = (out.features[f] ?? 0) + probability * (lattice.features[bead * count + f] ?? 0);
  }
  for (let before = 0; before < MOODS; before++) {
    const kind = weights.kindOf[before * MOODS + mood] ?? -1;
    if (kind < 0) continue;
    const chain = (sums.forward[begin + before] ?? NONE) + sums.turn(before, mood) + onwards - sums.total;
    out.neighbours[kind] = (out.neighbours[kind] ?? 0) + Math.exp(chain);
  }
}
