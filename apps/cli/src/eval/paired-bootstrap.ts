import type { Difference } from "@stele/core/node";

/** Enough for two digits; the same as the scorers of the field. */
const DRAWS = 1000;
const SEED = 20_26;

/**
 * Paired bootstrap over documents: draws as many documents as there are, with replacement, and scores both systems on
 * the same draw. The same input gives the same answer.
 *
 * @param score gives the difference of the two systems on documents with these indexes.
 */
export function pairedBootstrap(documents: number, score: (indexes: readonly number[]) => number): Difference {
  const random = mulberry32(SEED);
  const all = Array.from({ length: documents }, (_, index) => index);
  const draws = Array.from({ length: DRAWS }, () => score(all.map(() => Math.floor(random() * documents))));
  draws.sort((a, b) => a - b);
  return {
    difference: score(all),
    low: draws[Math.floor(DRAWS * 0.025)] ?? 0,
    high: draws[Math.floor(DRAWS * 0.975) - 1] ?? 0,
  };
}

/** A small generator with a seed (Tommy Ettinger, public domain); from 0 to 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
