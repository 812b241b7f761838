import { rowTurns } from "../lattice/band.ts";
import { LONGEST_RUN } from "../lattice/shapes.ts";
import { inTurns, type Pace, turnsOf } from "../pace.ts";
import type { Cells } from "./cells.ts";
import type { ReadSide } from "./measure-gains.ts";

/** What sentences are about, as the sums of their words' vectors: inner products of neighbours and of pairs in a band. */
export interface Likeness {
  /** The inner product of each pair of sentences in the band: those of a bead add up. */
  readonly pairs: Float32Array;
  /** `source[k][i]`: the square of the length of the sum of the sentences i … i + k. */
  readonly source: readonly Float32Array[];
  readonly target: readonly Float32Array[];
}

/** Words of the usual text, which a short text's own average is mixed with. */
const BELIEF = 100;

/** One side's sentences as the sums of their words' vectors; what the whole text is about is taken off. */
export interface SentenceSums {
  /** A row a sentence. */
  readonly rows: Float32Array;
  readonly width: number;
  /** `squares[k][i]`: the square of the length of the sum of the sentences i … i + k. */
  readonly squares: readonly Float32Array[];
}

/** Sums up the words of each sentence. */
export async function sumWords({ side, matrix }: ReadSide, pace: Pace): Promise<SentenceSums> {
  const { data, width } = matrix;
  const count = side.starts.length - 1;
  const rows = new Float32Array(count * width);
  const weights = new Float64Array(count);
  const add = (i: number): void => {
    const row = rows.subarray(i * width, (i + 1) * width);
    for (let t = side.starts[i] ?? 0; t < (side.starts[i + 1] ?? 0); t++) {
      const type = side.tokens[t] ?? 0;
      const weight = side.weights[type] ?? 0;
      weights[i] = (weights[i] ?? 0) + weight;
      for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) + weight * (data[type * width + k] ?? 0);
    }
  };
  await inTurns(turnsOf(count), pace, ([from, to]) => {
    for (let i = from; i < to; i++) add(i);
  });
  takeMeanOff(rows, width, weights);
  return { rows, width, squares: squaresOf(rows, width) };
}

function takeMeanOff(rows: Float32Array, width: number, weights: Float64Array): void {
  const mean = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) mean[at % width] = (mean[at % width] ?? 0) + (rows[at] ?? 0);
  const all = weights.reduce((sum, weight) => sum + weight, BELIEF);
  for (const [i, weight] of weights.entries()) {
    const share = weight / all;
    for (let k = 0; k < width; k++) rows[i * width + k] = (rows[i * width + k] ?? 0) - share * (mean[k] ?? 0);
  }
}

/** For each length of a run, the squared length of the sum of every run. */
function squaresOf(rows: Float32Array, width: number): Float32Array[] {
  const count = rows.length / width;
  const out = Array.from({ length: LONGEST_RUN }, () => new Float32Array(count));
  const sum = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    sum.fill(0);
    for (const [k, run] of out.entries()) {
      if (i + k >= count) break;
      run[i] = addRow(sum, rows, (i + k) * width);
    }
  }
  return out;
}

/** Adds a row to a sum and tells the square of the sum's length. */
function addRow(sum: Float64Array, rows: Float32Array, at: number): number {
  let square = 0;
  for (let k = 0; k < sum.length; k++) {
    const value = (sum[k] ?? 0) + (rows[at + k] ?? 0);
    sum[k] = value;
    square += value * value;
  }
  return square;
}

/** Compares the sentences of both sides as wholes. */
export async function compareSums(
  { source, target }: { readonly source: SentenceSums; readonly target: SentenceSums },
  cells: Cells,
  pace: Pace,
): Promise<Likeness> {
  const pairs = new Float32Array(cells.offsets.at(-1) ?? 0);
  await inTurns(rowTurns(cells.offsets), pace, ([first, last]) => {
    for (let i = first; i < last; i++) {
      const low = cells.low[i] ?? 0;
      for (let j = low; j <= (cells.high[i] ?? -1); j++) {
        pairs[(cells.offsets[i] ?? 0) + j - low] = product(source, target, [i, j]);
      }
    }
  });
  return { pairs, source: source.squares, target: target.squares };
}

function product(source: SentenceSums, target: SentenceSums, [i, j]: readonly [number, number]): number {
  const { rows: own, width } = source;
  const other = target.rows;
  const a = i * width;
  const b = j * width;
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (own[a + k] ?? 0) * (other[b + k] ?? 0);
  return sum;
}
