import { inTurns, type Pace, partOf } from "../pace.ts";
import { type Band, bandAround, rowOffsets, rowTurns, type Step, wholeBand } from "./band.ts";

/** Running sums of a side's sentence vectors: the vector of any run of sentences is a difference of two rows. */
export interface RunningVectors {
  readonly count: number;
  readonly width: number;
  readonly sums: Float32Array;
  /** Running sums of the sentences' lengths: both sides are cut at the same shares of their length. */
  readonly lengths: Float64Array;
}

/** Pieces a side on the coarsest level, compared each with each. */
const COARSEST = 96;
/** Pieces on either side of the coarser path that the next level looks at. */
const MARGIN = 8;
/** A match must stand this many deviations above chance to be worth more than a skip. */
const LEAST_DEVIATIONS = 1;

/**
 * A rough way through two long texts, coarse to fine (as Thompson and Koehn 2019 halve the problem): both sides are
 * cut into as many pieces, the best chain of alike pieces is found, and each finer level looks only around it. Time
 * and memory are linear in the number of sentences.
 */
export async function coarsePath(
  { source, target }: { readonly source: RunningVectors; readonly target: RunningVectors },
  pace: Pace,
): Promise<Step[]> {
  const levels = Math.max(0, Math.ceil(Math.log2(Math.max(source.count, target.count) / COARSEST)));
  let path: Step[] = [];
  let compared = compare(source, target, COARSEST);
  for (let level = 0; level <= levels; level++) {
    compared = compare(source, target, COARSEST * 2 ** level);
    const ends: Step = [compared.own.count, compared.other.count];
    const doubled = path.map(([i, j]): Step => [i * 2, j * 2]);
    const band = level === 0 ? wholeBand(...ends) : bandAround(doubled, ends, MARGIN);
    // A level has twice as many pieces as the one before: it is half of the work up to it.
    path = await likelyChain(compared, band, partOf(pace, [2 ** (level - levels - 1), 2 ** (level - levels)]));
  }
  return path.map(([i, j]): Step => [compared.own.ends[i] ?? 0, compared.other.ends[j] ?? 0]);
}

interface Pieces {
  readonly count: number;
  readonly width: number;
  /** One row a piece, of length 1 or all zero. */
  readonly rows: Float32Array;
  /** Sentences before each piece, and before the end. */
  readonly ends: Int32Array;
}

function compare(source: RunningVectors, target: RunningVectors, wanted: number): Compared {
  const own = pieces(source, wanted);
  const other = pieces(target, wanted);
  return { own, other, least: chanceLevel(own, other) };
}

function pieces(side: RunningVectors, wanted: number): Pieces {
  const { count, width, sums, lengths } = side;
  const ends = cutEvenly(lengths, wanted);
  const rows = new Float32Array(wanted * width);
  const whole = (lengths[count] ?? 1) - (lengths[0] ?? 0);
  for (let piece = 0; piece < wanted; piece++) {
    const from = ends[piece] ?? 0;
    const to = ends[piece + 1] ?? 0;
    const share = ((lengths[to] ?? 0) - (lengths[from] ?? 0)) / whole;
    let squares = 0;
    for (let k = 0; k < width; k++) {
      // What the whole text is about says nothing about where a piece belongs.
      const usual = share * (sums[count * width + k] ?? 0);
      const value = (sums[to * width + k] ?? 0) - (sums[from * width + k] ?? 0) - usual;
      rows[piece * width + k] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let k = piece * width; k < (piece + 1) * width; k++) rows[k] = (rows[k] ?? 0) * scale;
  }
  return { count: wanted, width, rows, ends };
}

/** Ends of sentences nearest to equal shares of the length. */
function cutEvenly(lengths: Float64Array, wanted: number): Int32Array {
  const ends = new Int32Array(wanted + 1);
  const count = lengths.length - 1;
  const before = lengths[0] ?? 0;
  const whole = (lengths[count] ?? 0) - before;
  let sentence = 0;
  for (let piece = 1; piece < wanted; piece++) {
    const aim = before + (piece * whole) / wanted;
    while (sentence < count && ((lengths[sentence] ?? 0) + (lengths[sentence + 1] ?? 0)) / 2 < aim) sentence++;
    ends[piece] = sentence;
  }
  ends[wanted] = count;
  return ends;
}

interface Compared {
  readonly own: Pieces;
  readonly other: Pieces;
  /** What a match must exceed. */
  readonly least: number;
}

function likeness({ own, other }: Pick<Compared, "own" | "other">, i: number, j: number): number {
  let sum = 0;
  const a = i * own.width;
  const b = j * other.width;
  for (let k = 0; k < own.width; k++) sum += (own.rows[a + k] ?? 0) * (other.rows[b + k] ?? 0);
  return sum;
}

/** How a place of the chain was reached. */
const MATCH = 1;
const SKIP_OWN = 2;
const SKIP_OTHER = 3;
/** Where nothing speaks for anything, matches keep the chain near the diagonal. */
const TINY = 1e-6;

/** The chain of one-to-one matches with the greatest sum of likeness above chance; skips are free. */
async function likelyChain(compared: Compared, band: Band, pace: Pace): Promise<Step[]> {
  const offsets = rowOffsets(band);
  const best = new Float64Array(offsets.at(-1) ?? 0).fill(Number.NEGATIVE_INFINITY);
  const step = new Uint8Array(best.length);
  const at = (i: number, j: number): number =>
    i < 0 || j < (band.low[i] ?? 0) || j > (band.high[i] ?? -1) ? -1 : (offsets[i] ?? 0) + j - (band.low[i] ?? 0);
  const offer = (here: number, from: number, [gain, kind]: readonly [number, number]): void => {
    const total = from < 0 ? Number.NEGATIVE_INFINITY : (best[from] ?? 0) + gain;
    if (total <= (best[here] ?? 0)) return;
    best[here] = total;
    step[here] = kind;
  };
  best[0] = 0;
  const reach = (i: number): void => {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? -1); j++) {
      const here = at(i, j);
      const before = at(i - 1, j - 1);
      if (before >= 0)
        offer(here, before, [Math.max(0, likeness(compared, i - 1, j - 1) - compared.least) + TINY, MATCH]);
      offer(here, at(i - 1, j), [0, SKIP_OWN]);
      offer(here, at(i, j - 1), [0, SKIP_OTHER]);
    }
  };
  await inTurns(rowTurns(offsets), pace, ([first, last]) => {
    for (let i = first; i < last; i++) reach(i);
  });
  return readChain(band, (i, j) => step[at(i, j)] ?? 0);
}

function readChain(band: Band, kindAt: (i: number, j: number) => number): Step[] {
  const path: Step[] = [];
  let i = band.low.length - 1;
  let j = band.high[i] ?? 0;
  while (i > 0 || j > 0) {
    const kind = kindAt(i, j);
    if (kind === 0) break;
    if (kind === MATCH) path.push([i, j]);
    if (kind !== SKIP_OTHER) i--;
    if (kind !== SKIP_OWN) j--;
  }
  return path.reverse();
}

/** Mean likeness of pieces far apart, and some deviations more. */
function chanceLevel(own: Pieces, other: Pieces): number {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < Math.min(400, own.count * other.count); k++) {
    const value = likeness({ own, other }, (k * 37) % own.count, (k * 101 + 13) % other.count);
    count++;
    sum += value;
    squares += value * value;
  }
  const mean = count === 0 ? 0 : sum / count;
  return mean + LEAST_DEVIATIONS * Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
}
