import { type Band, rowOffsets, type Step } from "./band.ts";
import { SHAPES } from "./shapes.ts";

/** Every bead that the band allows, with its score: the log of its odds against chance. */
export interface Lattice {
  readonly band: Band;
  readonly offsets: Float64Array;
  /** For each place, in rows, the score of each shape that ends there; −∞ where a shape does not fit. */
  readonly scores: Float32Array;
}

/** The probability of each bead of a lattice, all chains of beads weighed. */
export interface Posterior {
  /** In the order of `scores`. */
  readonly probabilities: Float32Array;
}

/** What a score is asked for: the shape that ends before source `i` and target `j`. */
export type BeadScore = (i: number, j: number, shape: number) => number;

const NONE = Number.NEGATIVE_INFINITY;
const COUNT = SHAPES.length;
/** Sizes in typed arrays: the loops over them are the search. */
const SOURCES = Int32Array.from(SHAPES, (shape) => shape.source);
const TARGETS = Int32Array.from(SHAPES, (shape) => shape.target);

/** Scores the shapes that end in the rows `[from, to)` of the band. */
export function scoreRows(lattice: Lattice, rows: Step, score: BeadScore): void {
  for (let i = rows[0]; i < rows[1]; i++) {
    for (let j = lattice.band.low[i] ?? 0; j <= (lattice.band.high[i] ?? -1); j++) {
      const at = placeOf(lattice, i, j) * COUNT;
      for (let k = 0; k < COUNT; k++) {
        const begins = placeOf(lattice, i - (SOURCES[k] ?? 0), j - (TARGETS[k] ?? 0));
        lattice.scores[at + k] = begins < 0 ? NONE : score(i, j, k);
      }
    }
  }
}

/** A lattice of the band in which no bead is possible yet. */
export function emptyLattice(band: Band): Lattice {
  const offsets = rowOffsets(band);
  return { band, offsets, scores: new Float32Array((offsets.at(-1) ?? 0) * COUNT).fill(NONE) };
}

/** Where a place is stored, or -1 outside the band. */
export function placeOf({ band, offsets }: Lattice, i: number, j: number): number {
  const low = band.low[i];
  if (low === undefined || j < low || j > (band.high[i] ?? -1)) return -1;
  return (offsets[i] ?? 0) + j - low;
}

/** The most probable chain of beads, as the ends of its beads. */
export function bestChain(lattice: Lattice): Step[] {
  const best = new Float64Array(lattice.scores.length / COUNT).fill(NONE);
  const step = new Int8Array(best.length).fill(-1);
  best[0] = 0;
  eachBead(lattice, (from, to, edge) => {
    const total = (best[from] ?? NONE) + (lattice.scores[edge] ?? NONE);
    if (total > (best[to] ?? NONE)) {
      best[to] = total;
      step[to] = edge % COUNT;
    }
  });
  return walkBack(lattice, step);
}

function walkBack(lattice: Lattice, step: Int8Array): Step[] {
  const chain: Step[] = [];
  let i = lattice.band.low.length - 1;
  let j = lattice.band.high[i] ?? 0;
  while (i > 0 || j > 0) {
    const k = step[placeOf(lattice, i, j)] ?? -1;
    if (k < 0) throw new RangeError(`no chain of beads reaches the place ${i}, ${j}`);
    chain.push([i, j]);
    i -= SOURCES[k] ?? 0;
    j -= TARGETS[k] ?? 0;
  }
  return chain.reverse();
}

/** Forward and backward sums (Baum 1972) in logs: the probability of each bead given the whole text. */
export function weighAll(lattice: Lattice): Posterior {
  const places = lattice.scores.length / COUNT;
  const forward = new Float64Array(places).fill(NONE);
  const backward = new Float64Array(places).fill(NONE);
  forward[0] = 0;
  backward[places - 1] = 0;
  eachBead(lattice, (from, to, edge) => {
    forward[to] = addLogs(forward[to] ?? NONE, (forward[from] ?? NONE) + (lattice.scores[edge] ?? NONE));
  });
  const total = forward[places - 1] ?? NONE;
  const probabilities = new Float32Array(lattice.scores.length);
  eachBeadBackwards(lattice, (from, to, edge) => {
    const onwards = (backward[to] ?? NONE) + (lattice.scores[edge] ?? NONE);
    backward[from] = addLogs(backward[from] ?? NONE, onwards);
    probabilities[edge] = Math.exp((forward[from] ?? NONE) + onwards - total);
  });
  return { probabilities };
}

/** log(eᵃ + eᵇ) without leaving the logs. */
function addLogs(a: number, b: number): number {
  if (a === NONE) return b;
  if (b === NONE) return a;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}

type Visit = (from: number, to: number, edge: number) => void;

/** Visits every possible bead by its two places and its number in `scores`, earlier ends first. */
function eachBead(lattice: Lattice, visit: Visit): void {
  const { low, high } = lattice.band;
  for (let i = 0; i < low.length; i++) {
    for (let j = low[i] ?? 0; j <= (high[i] ?? -1); j++) visitEnd(lattice, [i, j], visit);
  }
}

function eachBeadBackwards(lattice: Lattice, visit: Visit): void {
  const { low, high } = lattice.band;
  for (let i = low.length - 1; i >= 0; i--) {
    for (let j = high[i] ?? -1; j >= (low[i] ?? 0); j--) visitEnd(lattice, [i, j], visit);
  }
}

function visitEnd(lattice: Lattice, [i, j]: Step, visit: Visit): void {
  const to = placeOf(lattice, i, j);
  for (let k = 0; k < COUNT; k++) {
    const edge = to * COUNT + k;
    if (lattice.scores[edge] === NONE) continue;
    visit(placeOf(lattice, i - (SOURCES[k] ?? 0), j - (TARGETS[k] ?? 0)), to, edge);
  }
}
