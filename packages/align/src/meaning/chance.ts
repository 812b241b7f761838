import { inTurns, type Pace, turnsOf } from "../pace.ts";
import type { Matrix } from "../vectors/unpack.ts";
import { multiplyRows } from "./multiply.ts";
import type { SideTokens } from "./side-tokens.ts";

/** What the best match of each type of one side in a sentence of the other side is by chance. */
export interface Chance {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Sentences of the other side that chance is measured on; all of them in a shorter text. */
const SAMPLE = 64;
/** The best matches left out: among them may be the right one. */
const LEFT_OUT = 2;
/** Types handled at once, so that memory does not grow with the text. */
const BATCH = 256;

/** A side's tokens and the vectors of their types. */
export interface SideMatrix {
  readonly side: SideTokens;
  readonly matrix: Matrix;
}

/** Measures chance on sentences spread evenly over the other side: the same text gives the same figures. */
export async function measureChance(own: SideMatrix, other: SideMatrix, pace: Pace): Promise<Chance> {
  const sample = sampleOf(other.side);
  const count = own.side.types.length;
  const chance = { mean: new Float32Array(count), deviation: new Float32Array(count) };
  const reached = new Float32Array(sample.sentences.length);
  await inTurns(turnsOf(count, BATCH), pace, ([first, last]) => {
    const rows = Int32Array.from({ length: last - first }, (_, k) => first + k);
    const { values, stride } = multiplyRows({ matrix: own.matrix, rows }, { matrix: other.matrix, rows: sample.types });
    for (let r = 0; r < rows.length; r++) {
      for (const [s, columns] of sample.sentences.entries()) {
        let most = -1;
        for (let t = 0; t < columns.length; t++) most = Math.max(most, values[r * stride + (columns[t] ?? 0)] ?? -1);
        reached[s] = most;
      }
      summarise(reached, chance, first + r);
    }
  });
  return chance;
}

function sampleOf(side: SideTokens): { types: Int32Array; sentences: Int32Array[] } {
  const total = side.starts.length - 1;
  const filled = Array.from({ length: total }, (_, i) => i).filter(
    (i) => (side.starts[i] ?? 0) < (side.starts[i + 1] ?? 0),
  );
  const size = Math.min(SAMPLE, filled.length);
  const columnOf = new Map<number, number>();
  const sentences = Array.from({ length: size }, (_, k) => {
    const i = filled[Math.floor((k * filled.length) / size)] ?? 0;
    return side.tokens.slice(side.starts[i], side.starts[i + 1]).map((type) => {
      const column = columnOf.get(type) ?? columnOf.size;
      columnOf.set(type, column);
      return column;
    });
  });
  return { types: Int32Array.from(columnOf.keys()), sentences };
}

function summarise(reached: Float32Array, chance: Chance, type: number): void {
  const kept = withoutBest(reached, Math.max(1, reached.length - LEFT_OUT));
  let sum = 0;
  let squares = 0;
  for (const value of kept) {
    sum += value;
    squares += value * value;
  }
  const mean = kept.length === 0 ? 0 : sum / kept.length;
  chance.mean[type] = mean;
  chance.deviation[type] = Math.sqrt(Math.max(0, squares / Math.max(1, kept.length) - mean * mean));
}

/** All but the best values, of which so many are kept; the others go to the end. */
function withoutBest(values: Float32Array, kept: number): Float32Array {
  for (let end = values.length - 1; end >= kept; end--) {
    let best = end;
    for (let at = 0; at < end; at++) if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
    [values[best], values[end]] = [values[end] ?? 0, values[best] ?? 0];
  }
  return values.subarray(0, kept);
}
