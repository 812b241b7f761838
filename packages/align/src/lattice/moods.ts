import { SHAPES } from "./shapes.ts";

/** What a bead remembers of the bead before it: even, more target, more source, source alone, target alone. */
export const MOODS = 5;
const EVEN = 0;
const MORE_TARGET = 1;
const MORE_SOURCE = 2;
const SOURCE_ALONE = 3;
const TARGET_ALONE = 4;

/** The mood of each shape. */
export const MOOD_OF = Int8Array.from(SHAPES, ({ source, target }) => {
  if (target === 0) return SOURCE_ALONE;
  if (source === 0) return TARGET_ALONE;
  if (source === target) return EVEN;
  return source < target ? MORE_TARGET : MORE_SOURCE;
});

/** Kinds of neighbours that are rarer or more frequent than chance has it. */
export const NEIGHBOURS = ["compensated", "exchanged", "skipRun", "swing"] as const;
/** One of those kinds. */
export type Neighbours = (typeof NEIGHBOURS)[number];

const PAIRS: Readonly<Record<Neighbours, readonly (readonly [number, number])[]>> = {
  /** A sentence left out beside one split in two: most often two plain pairs, read wrongly. */
  compensated: [
    [MORE_TARGET, SOURCE_ALONE],
    [SOURCE_ALONE, MORE_TARGET],
    [MORE_SOURCE, TARGET_ALONE],
    [TARGET_ALONE, MORE_SOURCE],
  ],
  /** A sentence without partner on each side. */
  exchanged: [
    [SOURCE_ALONE, TARGET_ALONE],
    [TARGET_ALONE, SOURCE_ALONE],
  ],
  /** Several left out in a row: a missing paragraph. */
  skipRun: [
    [SOURCE_ALONE, SOURCE_ALONE],
    [TARGET_ALONE, TARGET_ALONE],
  ],
  /** One split, the next joined. */
  swing: [
    [MORE_TARGET, MORE_SOURCE],
    [MORE_SOURCE, MORE_TARGET],
  ],
};

/** The weight of each mood after each other, `before * MOODS + after`. */
export function transitionsFrom(weights: Readonly<Partial<Record<Neighbours, number>>>): Float64Array {
  const table = new Float64Array(MOODS * MOODS);
  for (const name of NEIGHBOURS) {
    for (const [before, after] of PAIRS[name]) table[before * MOODS + after] = weights[name] ?? 0;
  }
  return table;
}
