import type { Range } from "@stele/model";

/**
 * Where to look: for each of the `n + 1` places between source sentences the places `[low, high]` between target
 * sentences. Both grow; the first row holds place 0, the last row the end.
 */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** A place after a bead, as numbers of sentences that lie before it. */
export type Step = readonly [source: number, target: number];

/** The whole table: for short texts only. */
export function wholeBand(sources: number, targets: number): Band {
  return { low: new Int32Array(sources + 1), high: new Int32Array(sources + 1).fill(targets) };
}

/** A band of `halfWidth` places on either side of a path of growing steps; a leap of the path is wholly inside. */
export function bandAround(path: readonly Step[], ends: Step, halfWidth: number): Band {
  const [sources, targets] = ends;
  const low = new Int32Array(sources + 1).fill(targets);
  const high = new Int32Array(sources + 1);
  let from: Step = [0, 0];
  for (const to of [...path, ends]) {
    coverStep({ low, high }, from, to);
    from = to;
  }
  for (let row = 0; row <= sources; row++) {
    low[row] = Math.max(0, (low[row] ?? 0) - halfWidth);
    high[row] = Math.min(targets, (high[row] ?? 0) + halfWidth);
  }
  low[0] = 0;
  high[sources] = targets;
  return evenOut({ low, high });
}

/** A leap is searched wholly while its area stays below this many times its sides: so the band stays linear. */
const LEAP_AREA = 64;

/** Where the path leaps, a missing chapter may lie anywhere in between; only vast leaps are crossed diagonally. */
function coverStep({ low, high }: Band, [fromI, fromJ]: Step, [toI, toJ]: Step): void {
  const width = toI - fromI;
  const height = toJ - fromJ;
  const isWhole = width * height <= LEAP_AREA * (width + height);
  for (let row = fromI; row <= toI; row++) {
    const centre = width === 0 ? fromJ : fromJ + ((row - fromI) / width) * height;
    low[row] = Math.min(low[row] ?? 0, isWhole || width === 0 ? fromJ : Math.floor(centre));
    high[row] = Math.max(high[row] ?? 0, isWhole || width === 0 ? toJ : Math.ceil(centre));
  }
}

/** Makes both edges grow and keeps neighbouring rows in touch. */
function evenOut({ low, high }: Band): Band {
  for (let row = 1; row < high.length; row++) {
    high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0);
  }
  for (let row = low.length - 2; row >= 0; row--) low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0);
  return { low, high };
}

/** Where each row of the band begins when its places are stored row after row; one more for the end. */
export function rowOffsets(band: Band): Float64Array {
  const offsets = new Float64Array(band.low.length + 1);
  for (let row = 0; row < band.low.length; row++) {
    offsets[row + 1] = (offsets[row] ?? 0) + (band.high[row] ?? 0) - (band.low[row] ?? 0) + 1;
  }
  return offsets;
}

/** Places that are handled before others may run. */
const PLACES_A_TURN = 4096;

/** Rows with so many places together, given where each row begins: a row is never divided, however wide it is. */
export function rowTurns(offsets: Float64Array): Range[] {
  const turns: Range[] = [];
  let first = 0;
  for (let row = 1; row < offsets.length; row++) {
    const isFull = (offsets[row] ?? 0) - (offsets[first] ?? 0) >= PLACES_A_TURN;
    if (!isFull && row < offsets.length - 1) continue;
    turns.push([first, row]);
    first = row;
  }
  return turns;
}
