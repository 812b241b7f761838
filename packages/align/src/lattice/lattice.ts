import { type Band, rowOffsets, type Step } from "./band.ts";
import { MOOD_OF, MOODS } from "./moods.ts";
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

/** The most probable chain of beads (Viterbi), as the ends of its beads. */
export function bestChain(lattice: Lattice, transitions: Float64Array): Step[] {
  const places = lattice.scores.length / COUNT;
  const best = new Float64Array(places * MOODS).fill(NONE);
  const step = new Int8Array(places * MOODS).fill(-1);
  const previous = new Int8Array(places * MOODS);
  best[0] = 0;
  eachBead(lattice, (from, to, edge) => {
    const shape = edge % COUNT;
    const mood = MOOD_OF[shape] ?? 0;
    const here = to * MOODS + mood;
    for (let before = 0; before < MOODS; before++) {
      const total =
        (best[from * MOODS + before] ?? NONE) +
        (transitions[before * MOODS + mood] ?? 0) +
        (lattice.scores[edge] ?? NONE);
      if (total > (best[here] ?? NONE)) {
        best[here] = total;
        step[here] = shape;
        previous[here] = before;
      }
    }
  });
  return walkBack(lattice, { best, step, previous });
}

interface Traces {
  readonly best: Float64Array;
  readonly step: Int8Array;
  readonly previous: Int8Array;
}

function walkBack(lattice: Lattice, { best, step, previous }: Traces): Step[] {
  const chain: Step[] = [];
  let i = lattice.band.low.length - 1;
  let j = lattice.band.high[i] ?? 0;
  let mood = 0;
  const end = placeOf(lattice, i, j) * MOODS;
  for (let one = 1; one < MOODS; one++) if ((best[end + one] ?? NONE) > (best[end + mood] ?? NONE)) mood = one;
  while (i > 0 || j > 0) {
    const at = placeOf(lattice, i, j) * MOODS + mood;
    const shape = step[at] ?? -1;
    if (shape < 0) throw new RangeError(`no chain of beads reaches the place ${i}, ${j}`);
    chain.push([i, j]);
    i -= SOURCES[shape] ?? 0;
    j -= TARGETS[shape] ?? 0;
    mood = previous[at] ?? 0;
  }
  return chain.reverse();
}

/** Forward and backward sums (Baum 1972) in logs: the probability of each bead given the whole text. */
export function weighAll(lattice: Lattice, transitions: Float64Array): Posterior {
  const places = lattice.scores.length / COUNT;
  const { entering, total } = sumForward(lattice, transitions);
  const leaving = new Float64Array(places * MOODS).fill(NONE);
  const backward = new Float64Array(MOODS);
  const probabilities = new Float32Array(lattice.scores.length);
  let open = -1;
  eachBeadBackwards(lattice, (from, to, edge) => {
    if (to !== open) {
      open = to;
      for (let mood = 0; mood < MOODS; mood++) {
        backward[mood] =
          to === places - 1 ? 0 : sumLogs(leaving, to * MOODS, (next) => transitions[mood * MOODS + next] ?? 0);
      }
    }
    const mood = MOOD_OF[edge % COUNT] ?? 0;
    const at = from * MOODS + mood;
    const onwards = (backward[mood] ?? NONE) + (lattice.scores[edge] ?? NONE);
    leaving[at] = addLogs(leaving[at] ?? NONE, onwards);
    probabilities[edge] = Math.exp((entering[at] ?? NONE) + onwards - total);
  });
  return { probabilities };
}

/** For each place and each mood that may follow it, the sum over all chains up to there. */
function sumForward(lattice: Lattice, transitions: Float64Array): { entering: Float64Array; total: number } {
  const places = lattice.scores.length / COUNT;
  const forward = new Float64Array(places * MOODS).fill(NONE);
  const entering = new Float64Array(places * MOODS).fill(NONE);
  forward[0] = 0;
  const enter = (place: number): void => {
    for (let next = 0; next < MOODS; next++) {
      entering[place * MOODS + next] = sumLogs(forward, place * MOODS, (mood) => transitions[mood * MOODS + next] ?? 0);
    }
  };
  enter(0);
  let open = 0;
  eachBead(lattice, (from, to, edge) => {
    if (to !== open) {
      // Places come in order, so all before this one are complete.
      for (let place = Math.max(1, open); place < to; place++) enter(place);
      open = to;
    }
    const mood = MOOD_OF[edge % COUNT] ?? 0;
    const at = to * MOODS + mood;
    forward[at] = addLogs(
      forward[at] ?? NONE,
      (entering[from * MOODS + mood] ?? NONE) + (lattice.scores[edge] ?? NONE),
    );
  });
  return { entering, total: sumLogs(forward, (places - 1) * MOODS, () => 0) };
}

function sumLogs(values: Float64Array, start: number, add: (mood: number) => number): number {
  let sum = NONE;
  for (let mood = 0; mood < MOODS; mood++) {
    const value = values[start + mood] ?? NONE;
    if (value !== NONE) sum = addLogs(sum, value + add(mood));
  }
  return sum;
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
