import { LONGEST_RUN } from "../lattice/shapes.ts";
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

/** Compares the sentences of both sides as wholes; what the whole text is about is taken off first. */
export function compareSums(source: ReadSide, target: ReadSide, cells: Cells): Likeness {
  const own = sumWords(source);
  const other = sumWords(target);
  const pairs = new Float32Array(cells.offsets.at(-1) ?? 0);
  for (let i = 0; i < cells.low.length; i++) {
    const low = cells.low[i] ?? 0;
    const row = rowOf(own, i);
    for (let j = low; j <= (cells.high[i] ?? -1); j++) {
      pairs[(cells.offsets[i] ?? 0) + j - low] = product(row, { data: other.data, at: j * other.width });
    }
  }
  return { pairs, source: squares(own), target: squares(other) };
}

/** One vector a sentence, row after row. */
interface Rows {
  readonly data: Float32Array;
  readonly width: number;
}

function rowOf({ data, width }: Rows, i: number): Float32Array {
  return data.subarray(i * width, (i + 1) * width);
}

function sumWords({ side, matrix }: ReadSide): Rows {
  const { data, width } = matrix;
  const count = side.starts.length - 1;
  const rows = { data: new Float32Array(count * width), width };
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const row = rowOf(rows, i);
    for (let t = side.starts[i] ?? 0; t < (side.starts[i + 1] ?? 0); t++) {
      const type = side.tokens[t] ?? 0;
      const weight = side.weights[type] ?? 0;
      weights[i] = (weights[i] ?? 0) + weight;
      add(row, { data, at: type * width }, weight);
    }
  }
  takeMeanOff(rows, weights);
  return rows;
}

function takeMeanOff(rows: Rows, weights: Float64Array): void {
  const { data, width } = rows;
  const mean = new Float64Array(width);
  for (let i = 0; i < weights.length; i++) add(mean, { data, at: i * width }, 1);
  const all = weights.reduce((sum, weight) => sum + weight, BELIEF);
  for (const [i, weight] of weights.entries()) add(rowOf(rows, i), { data: mean, at: 0 }, -weight / all);
}

/** For each length of a run, the squared length of the sum of every run. */
function squares({ data, width }: Rows): Float32Array[] {
  const count = data.length / width;
  const out = Array.from({ length: LONGEST_RUN }, () => new Float32Array(count));
  const sum = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    sum.fill(0);
    for (const [k, run] of out.entries()) {
      if (i + k >= count) break;
      add(sum, { data, at: (i + k) * width }, 1);
      run[i] = product(sum, { data: sum, at: 0 });
    }
  }
  return out;
}

/** A vector in a table of them. */
interface Place {
  readonly data: Float32Array | Float64Array | Int16Array;
  readonly at: number;
}

function add(sum: Float32Array | Float64Array, { data, at }: Place, weight: number): void {
  for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + weight * (data[at + k] ?? 0);
}

function product(own: Float32Array | Float64Array, { data, at }: Place): number {
  let sum = 0;
  for (let k = 0; k < own.length; k++) sum += (own[k] ?? 0) * (data[at + k] ?? 0);
  return sum;
}
