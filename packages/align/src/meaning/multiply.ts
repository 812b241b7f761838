import type { Matrix } from "../vectors/unpack.ts";
import { createSimdKernel, type SimdKernel } from "./simd-kernel.ts";

/** Chosen rows of a matrix. */
export interface ChosenRows {
  readonly matrix: Matrix;
  readonly rows: Int32Array;
}

/** Products of chosen rows: `columns` numbers a row, then padding up to `stride`. */
export interface Products {
  readonly values: Float32Array;
  readonly stride: number;
}

/** Rows handled at once by the kernel. */
const GROUP = 4;
const PAGE_BYTES = 65_536;

const kernels = new Map<number, SimdKernel | undefined>();

/**
 * Inner products of rows of `left` with rows of `right`, as cosines. Rows are whole numbers, so the result is the same
 * to the last bit with WebAssembly SIMD and without. The values are valid until the next call: copy what must last.
 */
export function multiplyRows(left: ChosenRows, right: ChosenRows): Products {
  const { width, exponent } = left.matrix;
  const stride = Math.ceil(right.rows.length / GROUP) * GROUP;
  if (!kernels.has(width)) kernels.set(width, createSimdKernel(width * 2, exponent * 2));
  const kernel = kernels.get(width);
  const size = left.rows.length * stride;
  if (kernel === undefined || size === 0) return { values: multiplyPlainly(left, right, stride), stride };
  const rowBytes = width * 2;
  const rightAt = left.rows.length * rowBytes;
  const outAt = rightAt + stride * rowBytes;
  reserve(kernel.memory, outAt + size * 4);
  const numbers = new Int16Array(kernel.memory.buffer);
  gather(left, numbers, 0);
  gather(right, numbers, rightAt / 2);
  for (let row = 0; row < left.rows.length; row++) {
    kernel.multiply(row * rowBytes, rightAt, outAt, outAt + row * stride * 4);
  }
  return { values: new Float32Array(kernel.memory.buffer, outAt, size), stride };
}

function reserve(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
}

function gather({ matrix, rows }: ChosenRows, into: Int16Array, at: number): void {
  for (let row = 0; row < rows.length; row++) {
    const from = (rows[row] ?? 0) * matrix.width;
    into.set(matrix.data.subarray(from, from + matrix.width), at + row * matrix.width);
  }
}

/** The same without SIMD. */
export function multiplyPlainly(left: ChosenRows, right: ChosenRows, stride: number): Float32Array {
  const { width, exponent } = left.matrix;
  const scale = 2 ** (-2 * exponent);
  const values = new Float32Array(left.rows.length * stride);
  const a = left.matrix.data;
  const b = right.matrix.data;
  for (let row = 0; row < left.rows.length; row++) {
    const x = (left.rows[row] ?? 0) * width;
    for (let column = 0; column < right.rows.length; column++) {
      const y = (right.rows[column] ?? 0) * width;
      let sum = 0;
      for (let k = 0; k < width; k++) sum += (a[x + k] ?? 0) * (b[y + k] ?? 0);
      values[row * stride + column] = sum * scale;
    }
  }
  return values;
}
