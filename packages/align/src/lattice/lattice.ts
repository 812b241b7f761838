import type { Range } from "@stele/model";
import { inTurns, type Pace, partOf } from "../pace.ts";
import { type Band, rowOffsets, rowTurns, type Step } from "./band.ts";
import { MOOD_OF, MOODS } from "./moods.ts";
import { LONGEST_RUN, SHAPES } from "./shapes.ts";

/** Every bead that the band allows, with its score: the log of its odds against chance. */
export interface Lattice {
  readonly band: Band;
  readonly offsets: Float64Array;
  /** For each place, in rows, the score of each shape that ends there; −∞ where a shape does not fit. */
  readonly scores: Float32Array;
}

/** What a score is asked for: the shape that ends before source `i` and target `j`. */
export type BeadScore = (i: number, j: number, shape: number) => number;

const NONE = Number.NEGATIVE_INFINITY;
const COUNT = SHAPES.length;
/** Sizes in typed arrays: the loops over them are the search. */
const SOURCES = Int32Array.from(SHAPES, (shape) => shape.source);
const TARGETS = Int32Array.from(SHAPES, (shape) => shape.target);

/** Scores the shapes that end at each place of the band. */
export async function scoreAll(lattice: Lattice, score: BeadScore, pace: Pace): Promise<void> {
  await eachPlace(lattice, { way: FORWARDS, pace }, ({ place, i, j, others }) => {
    for (let k = 0; k < COUNT; k++) lattice.scores[place * COUNT + k] = (others[k] ?? -1) < 0 ? NONE : score(i, j, k);
  });
}

/** A lattice of the band in which no bead is possible yet. */
export function emptyLattice(band: Band): Lattice {
  const offsets = rowOffsets(band);
  return { band, offsets, scores: new Float32Array((offsets.at(-1) ?? 0) * COUNT).fill(NONE) };
}

/** Where a place is stored, or -1 outside the band. */
export function placeOf(lattice: Lattice, i: number, j: number): number {
  return placeIn(rowOf(lattice, i), j);
}

/** The most probable chain of beads (Viterbi), as the ends of its beads. */
export async function bestChain(lattice: Lattice, transitions: Float64Array, pace: Pace): Promise<Step[]> {
  const places = lattice.scores.length / COUNT;
  const best = new Float64Array(places * MOODS).fill(NONE);
  const step = new Int8Array(places * MOODS).fill(-1);
  const previous = new Int8Array(places * MOODS);
  best[0] = 0;
  await eachPlace(lattice, { way: FORWARDS, pace }, ({ place: to, others: begins }) => {
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

/** Forward and backward sums (Baum 1972) in logs: the probability of each bead given the whole text, in the order of `scores`. */
export async function weighAll(lattice: Lattice, transitions: Float64Array, pace: Pace): Promise<Float32Array> {
  const turned = transitions.map((_, at) => transitions[(at % MOODS) * MOODS + Math.floor(at / MOODS)] ?? 0);
  const entering = await sumChains(lattice, transitions, { way: FORWARDS, pace: partOf(pace, [0, 0.4]) });
  const leaving = await sumChains(lattice, turned, { way: BACKWARDS, pace: partOf(pace, [0.4, 0.8]) });
  const total = leaving[0] ?? 0;
  const probabilities = new Float32Array(lattice.scores.length);
  await eachPlace(lattice, { way: FORWARDS, pace: partOf(pace, [0.8, 1]) }, ({ place: to, others: begins }) => {
    for (let shape = 0; shape < COUNT; shape++) {
      const from = begins[shape] ?? -1;
      if (from < 0) continue;
      const mood = MOOD_OF[shape] ?? 0;
      const chains = (entering[from * MOODS + mood] ?? NONE) + (leaving[to * MOODS + mood] ?? NONE) - total;
      const log = chains + (lattice.scores[to * COUNT + shape] ?? NONE);
      if (log > NOTHING) probabilities[to * COUNT + shape] = Math.exp(log);
    }
  });
  return probabilities;
}

/** The log sum of all chains up to each place, or from it on, for each mood of the bead on its other side. */
async function sumChains(lattice: Lattice, transitions: Float64Array, { way, pace }: Walk): Promise<Float64Array> {
  const sums = new Float64Array((lattice.scores.length / COUNT) * MOODS).fill(NONE);
  // The text begins in an even mood, and ends in any.
  sums.set(
    way === FORWARDS ? transitions.subarray(0, MOODS) : new Float64Array(MOODS),
    way === FORWARDS ? 0 : sums.length - MOODS,
  );
  const turns = transitions.map((weight) => Math.exp(weight));
  const reached = new Float64Array(COUNT);
  await eachPlace(lattice, { way, pace }, ({ place, others }) => {
    let most = NONE;
    for (let shape = 0; shape < COUNT; shape++) {
      const other = others[shape] ?? -1;
      const bead = (way === FORWARDS ? place : other) * COUNT + shape;
      const log =
        other < 0 ? NONE : (sums[other * MOODS + (MOOD_OF[shape] ?? 0)] ?? NONE) + (lattice.scores[bead] ?? NONE);
      reached[shape] = log;
      if (log > most) most = log;
    }
    if (most > NONE) turn(reached, most, { turns, sums, at: place * MOODS });
  });
  return sums;
}

/** Sums the beads by their moods, and what each mood makes of the next: relative to `most`, so that nothing overflows. */
function turn(
  reached: Float64Array,
  most: number,
  { turns, sums, at }: { readonly turns: Float64Array; readonly sums: Float64Array; readonly at: number },
): void {
  BY_MOOD.fill(0);
  for (let shape = 0; shape < COUNT; shape++) {
    const less = (reached[shape] ?? NONE) - most;
    const mood = MOOD_OF[shape] ?? 0;
    if (less > NOTHING) BY_MOOD[mood] = (BY_MOOD[mood] ?? 0) + Math.exp(less);
  }
  for (let next = 0; next < MOODS; next++) {
    let sum = 0;
    for (let mood = 0; mood < MOODS; mood++) sum += (BY_MOOD[mood] ?? 0) * (turns[mood * MOODS + next] ?? 0);
    sums[at + next] = most + Math.log(sum);
  }
}

/** Used by one place after another. */
const BY_MOOD = new Float64Array(MOODS);
/** e to this power no longer changes a sum. */
const NOTHING = -37;

/** Through the text from its beginning, or from its end. */
type Way = 1 | -1;
const FORWARDS = 1;
const BACKWARDS = -1;

/** The place that is visited: the walk reuses one object, so it is not readonly. */
interface Here {
  place: number;
  i: number;
  j: number;
  /** For each shape the place at the other end of the bead, −1 where none fits. */
  readonly others: Int32Array;
}

/** Which way through the text, and how it is taken in turns. */
interface Walk {
  readonly way: Way;
  readonly pace: Pace;
}

/** Visits all places: those first that beads come from. */
async function eachPlace(lattice: Lattice, { way, pace }: Walk, visit: (here: Here) => void): Promise<void> {
  const here = { place: 0, i: 0, j: 0, others: new Int32Array(COUNT) };
  const turns = rowTurns(lattice.offsets);
  await inTurns(way === FORWARDS ? turns : turns.reverse(), pace, (rows) =>
    visitRows(lattice, { way, rows, here }, visit),
  );
}

function visitRows(
  lattice: Lattice,
  { way, rows: [from, to], here }: { readonly way: Way; readonly rows: Range; readonly here: Here },
  visit: (here: Here) => void,
): void {
  for (let row = from; row < to; row++) {
    here.i = way === FORWARDS ? row : from + to - 1 - row;
    const near = Array.from({ length: LONGEST_RUN + 1 }, (_, source) => rowOf(lattice, here.i - way * source));
    const { first, last, base } = rowOf(lattice, here.i);
    for (let column = first; column <= last; column++) {
      const j = way === FORWARDS ? column : first + last - column;
      for (let k = 0; k < COUNT; k++) here.others[k] = placeIn(near[SOURCES[k] ?? 0], j - way * (TARGETS[k] ?? 0));
      here.j = j;
      here.place = base + j;
      visit(here);
    }
  }
}

/** A row of the band: its places, and where place 0 would be stored. */
interface Row {
  readonly first: number;
  readonly last: number;
  readonly base: number;
}

/** Rows outside the band have no place. */
function rowOf({ band, offsets }: Lattice, i: number): Row {
  const first = band.low[i];
  return first === undefined
    ? { first: 0, last: -1, base: 0 }
    : { first, last: band.high[i] ?? -1, base: (offsets[i] ?? 0) - first };
}

function placeIn(row: Row | undefined, j: number): number {
  return row === undefined || j < row.first || j > row.last ? -1 : row.base + j;
}
