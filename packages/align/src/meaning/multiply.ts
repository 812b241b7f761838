import type { Matrix } from "../vectors/unpack.ts";

/** Inner products of chosen rows of `left` with chosen rows of `right`, row after row into `out`. */
export function multiplyRows(
  left: { readonly matrix: Matrix; readonly rows: Int32Array },
  right: { readonly matrix: Matrix; readonly rows: Int32Array },
  out: Float32Array,
): void {
  const width = left.matrix.width;
  const a = left.matrix.data;
  const packed = gather(right.matrix, right.rows);
  const columns = right.rows.length;
  for (let r = 0; r < left.rows.length; r++) {
    const x = (left.rows[r] ?? 0) * width;
    let c = 0;
    for (; c + 4 <= columns; c += 4) fourProducts({ a, x, b: packed, y: c * width, width }, out, r * columns + c);
    for (; c < columns; c++) out[r * columns + c] = product({ a, x, b: packed, y: c * width, width });
  }
}

interface Operands {
  readonly a: Float32Array;
  readonly x: number;
  readonly b: Float32Array;
  readonly y: number;
  readonly width: number;
}

function gather(matrix: Matrix, rows: Int32Array): Float32Array {
  const packed = new Float32Array(rows.length * matrix.width);
  for (let r = 0; r < rows.length; r++) {
    const from = (rows[r] ?? 0) * matrix.width;
    packed.set(matrix.data.subarray(from, from + matrix.width), r * matrix.width);
  }
  return packed;
}

/** Four columns at once: each number of `a` is read once for four multiplications. */
function fourProducts({ a, x, b, y, width }: Operands, out: Float32Array, at: number): void {
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let k = 0; k < width; k++) {
    const value = a[x + k] ?? 0;
    p += value * (b[y + k] ?? 0);
    q += value * (b[y + width + k] ?? 0);
    r += value * (b[y + 2 * width + k] ?? 0);
    s += value * (b[y + 3 * width + k] ?? 0);
  }
  out[at] = p;
  out[at + 1] = q;
  out[at + 2] = r;
  out[at + 3] = s;
}

function product({ a, x, b, y, width }: Operands): number {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (a[x + k] ?? 0) * (b[y + k] ?? 0);
  return sum;
}
