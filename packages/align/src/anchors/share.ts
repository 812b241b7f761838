import { type Cells, cellAt } from "../meaning/cells.ts";

/** The anchors of each sentence of a side. */
export type SideAnchors = readonly ReadonlySet<string>[];

/** An anchor never counts more than this, in nats, on a side: three nats are one sentence in twenty. */
const MOST_NATS = 3;
/** Sentences added when rarity is counted, so that a short text does not call everything rare or common. */
const SMOOTHING = 5;

/** What a common anchor is worth, by the shares of both sides' sentences that hold it. */
export type AnchorWorth = (sourceShare: number, targetShare: number) => number;

/** Adds up, for each pair of sentences in the band, what their common anchors are worth. */
export function sumShared(
  { source, target }: { readonly source: SideAnchors; readonly target: SideAnchors },
  cells: Cells,
  worth: AnchorWorth,
): Float32Array {
  const sums = new Float32Array(cells.offsets.at(-1) ?? 0);
  const places = postings(target);
  const frequency = countSentences(source);
  for (const [i, anchors] of source.entries()) {
    for (const anchor of anchors) {
      const where = places.get(anchor);
      if (where === undefined) continue;
      const value = worth(
        (frequency.get(anchor) ?? 0) / (source.length + SMOOTHING),
        where.length / (target.length + SMOOTHING),
      );
      for (let k = firstAtLeast(where, cells.low[i] ?? 0); k < where.length; k++) {
        const cell = cellAt(cells, i, where[k] ?? 0);
        if (cell < 0) break;
        sums[cell] = (sums[cell] ?? 0) + value;
      }
    }
  }
  return sums;
}

/** 1 for each pair of sentences that has anything in common. */
export function markShared(sums: readonly Float32Array[]): Uint8Array {
  const held = new Uint8Array(sums[0]?.length ?? 0);
  for (const sum of sums) for (let cell = 0; cell < held.length; cell++) if (sum[cell] !== 0) held[cell] = 1;
  return held;
}

/** One for every common anchor. */
export function countOne(): number {
  return 1;
}

/** How surprising a common anchor is by chance: −log of its share of the sentences, on both sides. */
export function rarity(sourceShare: number, targetShare: number): number {
  return Math.min(MOST_NATS, -Math.log(sourceShare)) + Math.min(MOST_NATS, -Math.log(targetShare));
}

function postings(side: SideAnchors): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, anchors] of side.entries()) {
    for (const anchor of anchors) {
      const where = places.get(anchor);
      if (where === undefined) places.set(anchor, [index]);
      else where.push(index);
    }
  }
  return places;
}

function countSentences(side: SideAnchors): Map<string, number> {
  const counts = new Map<string, number>();
  for (const anchors of side) for (const anchor of anchors) counts.set(anchor, (counts.get(anchor) ?? 0) + 1);
  return counts;
}

function firstAtLeast(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
