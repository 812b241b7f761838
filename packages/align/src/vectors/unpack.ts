import type { Vectors } from "./read-vectors.ts";

/** Vectors of some entries as rows of one matrix, each of length 2^exponent (or all zero), in whole numbers. */
export interface Matrix {
  readonly rows: number;
  readonly width: number;
  readonly exponent: number;
  readonly data: Int16Array;
}

/** A row's length is 2^13, so that the product of two rows stays below 2^27 and its error below a thousandth. */
const EXPONENT = 13;
const PACKED_ZERO = 0x88;

/** Unpacks the first `width` components of the entries and scales each row. */
export function unpackRows(vectors: Vectors, entries: ArrayLike<number>, width: number): Matrix {
  const data = new Int16Array(entries.length * width);
  const row = new Float64Array(width);
  for (let r = 0; r < entries.length; r++) {
    const from = ((entries[r] ?? 0) * vectors.dims) / 2;
    let squares = 0;
    for (let k = 0; k < width; k += 2) {
      const byte = vectors.packed[from + k / 2] ?? PACKED_ZERO;
      const low = (byte & 15) - 8;
      const high = (byte >> 4) - 8;
      row[k] = low;
      row[k + 1] = high;
      squares += low * low + high * high;
    }
    const scale = squares === 0 ? 0 : 2 ** EXPONENT / Math.sqrt(squares);
    for (let k = 0; k < width; k++) data[r * width + k] = Math.round((row[k] ?? 0) * scale);
  }
  return { rows: entries.length, width, exponent: EXPONENT, data };
}
