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
  eachEnd(lattice, (to, begins) => {
    for (let shape = 0; shape < COUNT; shape++) {
      const score = lattice.scores[to * COUNT + shape] ?? NONE;
      if (score === NONE) continue;
      const from = (begins[shape] ?? 0) * MOODS;
      const mood = MOOD_OF[shape] ?? 0;
      const here = to * MOODS + mood;
      for (let before = 0; before < MOODS; before++) {
        const total = (best[from + before] ?? NONE) + (transitions[before * MOODS + mood] ?? 0) + score;
        if (total <= (best[here] ?? NONE)) continue;
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
  const turned = Float64Array.from(
    transitions,
    (_, at) => transitions[(at % MOODS) * MOODS + Math.floor(at / MOODS)] ?? 0,
  );
  eachEndBackwards(lattice, (to, begins) => {
    for (let mood = 0; mood < MOODS; mood++) {
      backward[mood] = to === places - 1 ? 0 : sumLogs(leaving, to * MOODS, { add: turned, mood });
    }
    for (let shape = COUNT - 1; shape >= 0; shape--) {
      const score = lattice.scores[to * COUNT + shape] ?? NONE;
      if (score === NONE) continue;
      const mood = MOOD_OF[shape] ?? 0;
      const at = (begins[shape] ?? 0) * MOODS + mood;
      const onwards = (backward[mood] ?? NONE) + score;
      leaving[at] = addLogs(leaving[at] ?? NONE, onwards);
      probabilities[to * COUNT + shape] = Math.exp((entering[at] ?? NONE) + onwards - total);
    }
  });
  return { probabilities };
}

/** For each place and each mood that may follow it, the sum over all chains up to there. */
function sumForward(lattice: Lattice, transitions: Float64Array): { entering: Float64Array; total: number } {
  const places = lattice.scores.length / COUNT;
  const forward = new Float64Array(MOODS);
  const entering = new Float64Array(places * MOODS).fill(NONE);
  eachEnd(lattice, (to, begins) => {
    forward.fill(NONE);
    if (to === 0) forward[0] = 0;
    for (let shape = 0; shape < COUNT; shape++) {
      const score = lattice.scores[to * COUNT + shape] ?? NONE;
      if (score === NONE) continue;
      const mood = MOOD_OF[shape] ?? 0;
      const before = entering[(begins[shape] ?? 0) * MOODS + mood] ?? NONE;
      forward[mood] = addLogs(forward[mood] ?? NONE, before + score);
    }
    for (let mood = 0; mood < MOODS; mood++) {
      entering[to * MOODS + mood] = sumLogs(forward, 0, { add: transitions, mood });
    }
  });
  return { entering, total: sumLogs(forward, 0, { add: NO_TRANSITIONS, mood: 0 }) };
}

const NO_TRANSITIONS = new Float64Array(MOODS * MOODS);

/** The sum over the moods at `start`, each with what `add` asks for before `mood`: one logarithm for all of them. */
function sumLogs(
  values: Float64Array,
  start: number,
  { add, mood }: { readonly add: Float64Array; readonly mood: number },
): number {
  let most = NONE;
  for (let k = 0; k < MOODS; k++) most = Math.max(most, (values[start + k] ?? NONE) + (add[k * MOODS + mood] ?? 0));
  if (most === NONE) return NONE;
  let sum = 0;
  for (let k = 0; k < MOODS; k++) {
    const less = (values[start + k] ?? NONE) + (add[k * MOODS + mood] ?? 0) - most;
    if (less > NOTHING) sum += Math.exp(less);
  }
  return most + Math.log(sum);
}

/** e to this power no longer changes a sum. */
const NOTHING = -37;

/** log(eᵃ + eᵇ) without leaving the logs. */
function addLogs(a: number, b: number): number {
  const least = Math.min(a, b);
  const most = Math.max(a, b);
  return least - most > NOTHING ? most + Math.log1p(Math.exp(least - most)) : most;
}

/** Told for each place: its number, and for each shape the place where a bead that ends here begins, if it fits. */
type Visit = (to: number, begins: Int32Array) => void;

/** Visits every place, earlier ones first. */
function eachEnd(lattice: Lattice, visit: Visit): void {
  const begins = new Int32Array(COUNT);
  for (let i = 0; i < lattice.band.low.length; i++) {
    const low = lattice.band.low[i] ?? 0;
    for (let j = low; j <= (lattice.band.high[i] ?? -1); j++) visitEnd(lattice, [i, j], { visit, begins });
  }
}

function eachEndBackwards(lattice: Lattice, visit: Visit): void {
  const begins = new Int32Array(COUNT);
  for (let i = lattice.band.low.length - 1; i >= 0; i--) {
    const low = lattice.band.low[i] ?? 0;
    for (let j = lattice.band.high[i] ?? -1; j >= low; j--) visitEnd(lattice, [i, j], { visit, begins });
  }
}

function visitEnd(
  lattice: Lattice,
  [i, j]: Step,
  { visit, begins }: { readonly visit: Visit; readonly begins: Int32Array },
): void {
  for (let k = 0; k < COUNT; k++) begins[k] = placeOf(lattice, i - (SOURCES[k] ?? 0), j - (TARGETS[k] ?? 0));
  visit(placeOf(lattice, i, j), begins);
}
