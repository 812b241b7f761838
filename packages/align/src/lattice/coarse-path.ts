import { type Band, bandAround, rowOffsets, type Step, wholeBand } from "./band.ts";

/** Running sums of a side's sentence vectors: the vector of any run of sentences is a difference of two rows. */
export interface RunningVectors {
  readonly count: number;
  readonly width: number;
  readonly sums: Float32Array;
}

/** Pieces a side on the coarsest level, compared each with each. */
const COARSEST = 96;
/** Pieces on either side of the coarser path that the next level looks at. */
const MARGIN = 6;
/** A match must stand this many deviations above chance to be worth more than a skip. */
const LEAST_DEVIATIONS = 0.5;

/**
 * A rough way through two long texts, coarse to fine (as Thompson and Koehn 2019 halve the problem): both sides are
 * cut into as many pieces, the best chain of alike pieces is found, and each finer level looks only around it. Time
 * and memory are linear in the number of sentences.
 */
export function coarsePath(source: RunningVectors, target: RunningVectors): Step[] {
  const levels = Math.max(0, Math.ceil(Math.log2(Math.max(source.count, target.count) / COARSEST)));
  let path: Step[] = [];
  for (let level = levels; level >= 0; level--) {
    const own = pieces(source, Math.ceil(source.count / 2 ** level));
    const other = pieces(target, Math.ceil(target.count / 2 ** level));
    const ends: Step = [own.count, other.count];
    const band = level === levels ? wholeBand(...ends) : bandAround(scalePath(path, ends), ends, MARGIN);
    path = likelyChain({ own, other }, band);
  }
  return path;
}

interface Pieces {
  readonly count: number;
  readonly width: number;
  /** One row a piece, of length 1 or all zero. */
  readonly rows: Float32Array;
}

function pieces({ count, width, sums }: RunningVectors, wanted: number): Pieces {
  const rows = new Float32Array(wanted * width);
  for (let piece = 0; piece < wanted; piece++) {
    const from = Math.floor((piece * count) / wanted) * width;
    const to = Math.floor(((piece + 1) * count) / wanted) * width;
    let squares = 0;
    for (let k = 0; k < width; k++) {
      const value = (sums[to + k] ?? 0) - (sums[from + k] ?? 0);
      rows[piece * width + k] = value;
      squares += value * value;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let k = piece * width; k < (piece + 1) * width; k++) rows[k] = (rows[k] ?? 0) * scale;
  }
  return { count: wanted, width, rows };
}

function scalePath(path: readonly Step[], [sources, targets]: Step): Step[] {
  return path.map(([i, j]): Step => [Math.min(sources, i * 2), Math.min(targets, j * 2)]);
}

interface Compared {
  readonly own: Pieces;
  readonly other: Pieces;
}

function likeness({ own, other }: Compared, i: number, j: number): number {
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
function likelyChain(compared: Compared, band: Band): Step[] {
  const least = chanceLevel(compared);
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
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? -1); j++) {
      const here = at(i, j);
      const before = at(i - 1, j - 1);
      if (before >= 0) offer(here, before, [Math.max(0, likeness(compared, i - 1, j - 1) - least) + TINY, MATCH]);
      offer(here, at(i - 1, j), [0, SKIP_OWN]);
      offer(here, at(i, j - 1), [0, SKIP_OTHER]);
    }
  }
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
function chanceLevel({ own, other }: Compared): number {
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
