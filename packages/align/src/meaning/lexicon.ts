import type { SideName } from "@stele/model";
import type { Step } from "../lattice/band.ts";
import type { SideTokens } from "./side-tokens.ts";

/** For each type of one side its partners of the other side in this very text, and how sure that is, from 0 to 1. */
export type Partners = ReadonlyMap<number, readonly (readonly [type: number, sureness: number])[]>;

/** Words that keep company in this text: learnt from a first pass, so names that no vector knows are found too. */
export interface Lexicon {
  readonly source: Partners;
  readonly target: Partners;
}

/** A bead that the first pass believes in: its runs and its probability. */
export interface LikelyBead {
  readonly source: Step;
  readonly target: Step;
  readonly probability: number;
}

/** Beads below this say too little to learn from. */
const LEAST_PROBABILITY = 0.1;
/** A word met less often than this says nothing, one in more of the beads than that is no name. */
const LEAST_TIMES = 1.5;
const MOST_SHARE = 0.4;
/** Added to the counts, so that two words met twice together are not yet sure. */
const DOUBT = 1.5;
const LEAST_SURENESS = 0.25;

/**
 * Dice's coefficient of two words over the beads, one meeting taken off (a bead is no witness for itself), less the
 * share of beads that hold the more frequent one (what chance gives).
 */
export function learnLexicon(source: SideTokens, target: SideTokens, beads: readonly LikelyBead[]): Lexicon {
  const likely = beads.filter((bead) => bead.probability >= LEAST_PROBABILITY);
  const total = likely.reduce((sum, bead) => sum + bead.probability, 0);
  const most = total * MOST_SHARE;
  const counts = { source: countTypes(source, likely, "source"), target: countTypes(target, likely, "target") };
  const partners = likely.map((bead) => frequentTypes(target, bead.target, { counts: counts.target, most }));
  const holders = new Map<number, number[]>();
  for (const [index, bead] of likely.entries()) {
    for (const type of frequentTypes(source, bead.source, { counts: counts.source, most })) {
      const list = holders.get(type);
      if (list === undefined) holders.set(type, [index]);
      else list.push(index);
    }
  }
  const lexicon = { source: new Map<number, [number, number][]>(), target: new Map<number, [number, number][]>() };
  const together = new Float64Array(target.types.length);
  for (const [type, indexes] of holders) {
    const met = meet(together, indexes, { likely, partners });
    for (const partner of met) {
      const pair = { times: together[partner] ?? 0, own: counts.source[type] ?? 0, other: counts.target[partner] ?? 0 };
      together[partner] = 0;
      const sureness = surenessOf(pair, total);
      if (sureness < LEAST_SURENESS) continue;
      push(lexicon.source, type, [partner, sureness]);
      push(lexicon.target, partner, [type, sureness]);
    }
  }
  return lexicon;
}

/** Adds up how often one word's beads hold each word of the other side; returns the words met. */
function meet(
  together: Float64Array,
  indexes: readonly number[],
  beads: { readonly likely: readonly LikelyBead[]; readonly partners: readonly (readonly number[])[] },
): number[] {
  const met: number[] = [];
  for (const index of indexes) {
    const probability = beads.likely[index]?.probability ?? 0;
    for (const partner of beads.partners[index] ?? []) {
      if (together[partner] === 0) met.push(partner);
      together[partner] = (together[partner] ?? 0) + probability;
    }
  }
  return met;
}

function surenessOf(
  { times, own, other }: { readonly times: number; readonly own: number; readonly other: number },
  total: number,
): number {
  if (times < LEAST_TIMES) return 0;
  return Math.min(1, (2 * (times - 1)) / (own + other - 2 + DOUBT) - Math.max(own, other) / total);
}

function typesOf(side: SideTokens, [from, to]: Step): Set<number> {
  return new Set(side.tokens.subarray(side.starts[from], side.starts[to]));
}

function countTypes(side: SideTokens, beads: readonly LikelyBead[], which: SideName): Float64Array {
  const counts = new Float64Array(side.types.length);
  for (const bead of beads) {
    for (const type of typesOf(side, bead[which])) counts[type] = (counts[type] ?? 0) + bead.probability;
  }
  return counts;
}

function frequentTypes(
  side: SideTokens,
  run: Step,
  { counts, most }: { readonly counts: Float64Array; readonly most: number },
): number[] {
  return [...typesOf(side, run)].filter((type) => (counts[type] ?? 0) >= LEAST_TIMES && (counts[type] ?? 0) <= most);
}

function push(map: Map<number, [number, number][]>, key: number, value: [number, number]): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
