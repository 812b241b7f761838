/**
 * Computes the products of one row with some rows: where the row begins, where the rows begin and end (a multiple of
 * four of them), where the products go (f32). All in bytes.
 */
export type ProductKernel = (...bytes: readonly [row: number, rows: number, rowsEnd: number, out: number]) => void;

/** The kernel with its memory. */
export interface SimdKernel {
  readonly memory: WebAssembly.Memory;
  readonly multiply: ProductKernel;
}

// The few numbers of the WebAssembly binary format that the kernel needs (core specification 2.0, chapter 5).
const I32 = 0x7f;
const V128 = 0x7b;
const GET = 0x20;
const SET = 0x21;
const LOOP = [0x03, 0x40];
const END = 0x0b;
const BRANCH_IF = 0x0d;
const I32_CONST = 0x41;
const F32_CONST = 0x43;
const I32_LESS = 0x49;
const I32_ADD = 0x6a;
const F32_FROM_I32 = 0xb2;
const F32_MULTIPLY = 0x94;
const F32_STORE = 0x38;
const SIMD = 0xfd;
const V128_LOAD = 0x00;
const V128_CONST = 0x0c;
const EXTRACT_I32 = 0x1b;
const I32X4_ADD = 0xae;
const DOT_I16 = 0xba;

const [A, B, TO, OUT, K, AT, X, SUM] = [0, 1, 2, 3, 4, 5, 6, 7];
const LANES = [0, 1, 2, 3];
/** Bytes of one vector register. */
const REGISTER = 16;

/**
 * Builds the kernel for rows of `bytes` bytes (16-bit numbers): four rows at once, eight numbers an instruction.
 * `exponent`: products come out divided by 2 to that power. Undefined where WebAssembly SIMD is missing or forbidden.
 */
export function createSimdKernel(bytes: number, exponent: number): SimdKernel | undefined {
  try {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const module = new WebAssembly.Module(assemble(bytes, exponent));
    const { multiply } = new WebAssembly.Instance(module, { m: { m: memory } }).exports;
    return { memory, multiply: multiply as ProductKernel };
  } catch {
    return undefined;
  }
}

function assemble(bytes: number, exponent: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text("multiply"), 0, 0]),
    ...section(10, [1, ...sized(body(bytes, exponent))]),
  ]);
}

function body(bytes: number, exponent: number): number[] {
  return [
    ...[3, 2, I32, 1, V128, 4, V128],
    ...LOOP,
    ...LANES.flatMap((n) => [SIMD, V128_CONST, ...new Array<number>(REGISTER).fill(0), SET, SUM + n]),
    ...[I32_CONST, 0, SET, K],
    ...LOOP,
    ...[GET, A, GET, K, I32_ADD, SIMD, V128_LOAD, 4, 0, SET, X],
    ...[GET, B, GET, K, I32_ADD, SET, AT],
    ...LANES.flatMap((n) => [
      ...[GET, X, GET, AT, SIMD, V128_LOAD, 4, ...unsigned(n * bytes), SIMD, ...unsigned(DOT_I16)],
      ...[GET, SUM + n, SIMD, ...unsigned(I32X4_ADD), SET, SUM + n],
    ]),
    ...[GET, K, I32_CONST, REGISTER, I32_ADD, SET, K, GET, K, I32_CONST, ...signed(bytes), I32_LESS, BRANCH_IF, 0, END],
    ...LANES.flatMap((n) => storeSum(n, exponent)),
    ...[GET, OUT, I32_CONST, REGISTER, I32_ADD, SET, OUT],
    ...[GET, B, I32_CONST, ...signed(4 * bytes), I32_ADD, SET, B, GET, B, GET, TO, I32_LESS, BRANCH_IF, 0, END],
    END,
  ];
}

/** Adds the four lanes of one sum and stores it as f32 · 2^−exponent. */
function storeSum(n: number, exponent: number): number[] {
  const scale = new Uint8Array(Float32Array.of(2 ** -exponent).buffer);
  const lanes = LANES.flatMap((lane) => [GET, SUM + n, SIMD, EXTRACT_I32, lane, ...(lane === 0 ? [] : [I32_ADD])]);
  return [GET, OUT, ...lanes, F32_FROM_I32, F32_CONST, ...scale, F32_MULTIPLY, F32_STORE, 2, 4 * n];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)];
}

function sized(content: readonly number[]): number[] {
  return [...unsigned(content.length), ...content];
}

function text(name: string): number[] {
  return sized(Array.from(name, (mark) => mark.charCodeAt(0)));
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that is not negative, read as signed: the top bit of the last byte must be clear. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
