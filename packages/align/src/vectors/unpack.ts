import type { Vectors } from "./read-vectors.ts";

/** Vectors of some entries as rows of one matrix, each of length 1 (or all zero). */
export interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly data: Float32Array;
}

/** Unpacks the first `width` components of the entries and scales each row to length 1. */
export function unpackRows(vectors: Vectors, entries: ArrayLike<number>, width: number): Matrix {
  const data = new Float32Array(entries.length * width);
  for (let row = 0; row < entries.length; row++) {
    const from = ((entries[row] ?? 0) * vectors.dims) / 2;
    let squares = 0;
    for (let k = 0; k < width; k += 2) {
      const byte = vectors.packed[from + k / 2] ?? 0x88;
      const low = (byte & 15) - 8;
      const high = (byte >> 4) - 8;
      data[row * width + k] = low;
      data[row * width + k + 1] = high;
      squares += low * low + high * high;
    }
    const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
    for (let k = row * width; k < (row + 1) * width; k++) data[k] = (data[k] ?? 0) * scale;
  }
  return { rows: entries.length, width, data };
}
