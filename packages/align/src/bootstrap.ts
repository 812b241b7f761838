import { evaluateAlignment, type JudgedDocument } from "./score-alignment.ts";

/** A difference of two F1 with the interval that holds it in 95 of 100 resamplings. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 1000;
const LOW_RANK = 25;
const HIGH_RANK = 974;

/**
 * Paired bootstrap: draws as many documents as there are, with replacement, 1,000 times, and judges both systems on the
 * same draw. The draws are those of Python's `random.Random(0)`, so the interval is the same as that of the reference
 * scorer, and the same input gives the same answer.
 *
 * @param difference gives the first system's F1 less the second's on the documents with these indexes.
 */
export function pairedBootstrap(documents: number, difference: (indexes: readonly number[]) => number): Difference {
  const draw = createMersenneTwister(0);
  const all = Array.from({ length: documents }, (_, index) => index);
  const differences = Array.from({ length: ROUNDS }, () => difference(all.map(() => draw(documents))));
  differences.sort((a, b) => a - b);
  return { difference: difference(all), low: differences[LOW_RANK] ?? 0, high: differences[HIGH_RANK] ?? 0 };
}

/** Paired bootstrap of strict F1 over documents. */
export function compareAlignments(first: readonly JudgedDocument[], second: readonly JudgedDocument[]): Difference {
  return pairedBootstrap(first.length, (picks) => strict(picks, first) - strict(picks, second));
}

function strict(picks: readonly number[], documents: readonly JudgedDocument[]): number {
  return evaluateAlignment(picks.flatMap((pick) => documents.slice(pick, pick + 1))).strict.f1;
}

const SIZE = 624;
const MIDDLE = 397;

/** MT19937 (Matsumoto and Nishimura 1998), seeded and drawn from as Python's `random` does. */
function createMersenneTwister(seed: number): (below: number) => number {
  const state = seedByArray(seed);
  let at = SIZE;
  const next = (): number => {
    if (at === SIZE) {
      twist(state);
      at = 0;
    }
    let y = state[at++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  return (below) => {
    const bits = 32 - Math.clz32(below);
    let value = next() >>> (32 - bits);
    while (value >= below) value = next() >>> (32 - bits);
    return value;
  };
}

function seedByArray(seed: number): Uint32Array {
  const state = new Uint32Array(SIZE);
  state[0] = 19650218;
  for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, mixed(state, i)) + i;
  let i = 1;
  for (let k = 0; k < SIZE; k++) {
    state[i] = ((state[i] ?? 0) ^ Math.imul(mixed(state, i), 1664525)) + seed;
    i = advance(state, i);
  }
  for (let k = 1; k < SIZE; k++) {
    state[i] = ((state[i] ?? 0) ^ Math.imul(mixed(state, i), 1566083941)) - i;
    i = advance(state, i);
  }
  state[0] = 0x80000000;
  return state;
}

function mixed(state: Uint32Array, i: number): number {
  const before = state[i - 1] ?? 0;
  return before ^ (before >>> 30);
}

function advance(state: Uint32Array, i: number): number {
  if (i + 1 < SIZE) return i + 1;
  state[0] = state[SIZE - 1] ?? 0;
  return 1;
}

function twist(state: Uint32Array): void {
  for (let k = 0; k < SIZE; k++) {
    const y = ((state[k] ?? 0) & 0x80000000) | ((state[(k + 1) % SIZE] ?? 0) & 0x7fffffff);
    state[k] = (state[(k + MIDDLE) % SIZE] ?? 0) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
  }
}
