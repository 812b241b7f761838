import type { ReadSide } from "../meaning/measure-gains.ts";
import { multiplyRows, type Products } from "../meaning/multiply.ts";
import { tokenGain } from "../meaning/token-gain.ts";
import type { Pace } from "../pace.ts";

/** Sentences of the other side that chance is measured on; all of them in a shorter text. */
const SAMPLE = 48;
/** A sentence that is alike to all others to the same degree still has room for chance. */
const LEAST_DEVIATION = 0.02;
/** A word that is like everything still has room above its chance. */
const LEAST_SPREAD = 0.1;

/** Sentences of both sides to be compared, by their numbers. */
export interface Compared {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/**
 * How much more alike each compared source sentence is with each compared target sentence than with sentences taken
 * evenly from the whole text, and the other way round: in deviations, the mean of both ways. One row a source sentence.
 */
export async function measureSurprise(
  sides: readonly [ReadSide, ReadSide],
  compared: Compared,
  pace: Pace,
): Promise<readonly Float64Array[]> {
  const [source, target] = sides;
  const { source: own, target: others } = compared;
  const chosen = [...others, ...sampleOf(target)];
  const measure = async (
    sentences: readonly number[],
    against: readonly number[],
  ): Promise<readonly Float64Array[]> => {
    const rows: Float64Array[] = [];
    for (const sentence of sentences) {
      await pace.step(0);
      rows.push(sharesOf(sides, sentence, against));
    }
    return rows;
  };
  const shares = await measure(own, chosen);
  const sampled = await measure(sampleOf(source), others);
  const byTarget = others.map((_, at) => chanceOf(sampled.map((row) => row[at] ?? 0)));
  return shares.map((row) => {
    const bySource = chanceOf([...row.subarray(others.length)]);
    return Float64Array.from(
      others,
      (_, at) => (above(row[at] ?? 0, bySource) + above(row[at] ?? 0, byTarget[at])) / 2,
    );
  });
}

interface Chance {
  readonly mean: number;
  readonly deviation: number;
}

/** The best is left out: it may be the right one. */
function chanceOf(values: readonly number[]): Chance {
  const kept = [...values].sort((a, b) => a - b).slice(0, Math.max(1, values.length - 1));
  const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
  const squares = kept.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.max(LEAST_DEVIATION, Math.sqrt(squares / kept.length)) };
}

function above(value: number, chance: Chance | undefined): number {
  return chance === undefined ? 0 : (value - chance.mean) / chance.deviation;
}

function sampleOf({ side }: ReadSide): readonly number[] {
  const count = side.starts.length - 1;
  const size = Math.min(SAMPLE, count);
  return Array.from({ length: size }, (_, k) => Math.floor(((k + 0.5) * count) / size));
}

/** The gains of a source sentence with each of some target sentences, both ways, over the most that they could be. */
function sharesOf(
  [source, target]: readonly [ReadSide, ReadSide],
  sentence: number,
  others: readonly number[],
): Float64Array {
  const rows = typesOf(source, sentence);
  const columns = others.map((other) => typesOf(target, other));
  const products = multiplyRows(
    { matrix: source.matrix, rows },
    { matrix: target.matrix, rows: Int32Array.from(columns.flatMap((types) => [...types])) },
  );
  const most = sumOf(source, rows, () => 1);
  let at = 0;
  return Float64Array.from(columns, (types) => {
    const cells: Cells = { products, rows: rows.length, from: at, to: at + types.length };
    at += types.length;
    const best = most + sumOf(target, types, () => 1);
    const gain = sumOf(source, rows, (k) => excess(source, rows[k] ?? 0, bestInRow(cells, k)));
    const back = sumOf(target, types, (k) => excess(target, types[k] ?? 0, bestInColumn(cells, k)));
    return best === 0 ? 0 : (gain + back) / best;
  });
}

function typesOf({ side }: ReadSide, sentence: number): Int32Array {
  return side.tokens.slice(side.starts[sentence], side.starts[sentence + 1]);
}

function sumOf({ side }: ReadSide, types: Int32Array, excessAt: (place: number) => number): number {
  let sum = 0;
  for (let k = 0; k < types.length; k++) sum += tokenGain(excessAt(k), side.weights[types[k] ?? 0] ?? 0);
  return sum;
}

function excess({ chance }: ReadSide, type: number, best: number): number {
  const mean = chance.mean[type] ?? 0;
  return (best - mean) / Math.max(LEAST_SPREAD, 1 - mean);
}

/** The products of a source sentence with one target sentence. */
interface Cells {
  readonly products: Products;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

function bestInRow({ products, from, to }: Cells, row: number): number {
  let best = -1;
  for (let at = from; at < to; at++) best = Math.max(best, products.values[row * products.stride + at] ?? -1);
  return best;
}

function bestInColumn({ products, rows, from }: Cells, column: number): number {
  let best = -1;
  for (let row = 0; row < rows; row++)
    best = Math.max(best, products.values[row * products.stride + from + column] ?? -1);
  return best;
}
