import type { SideName } from "@stele/model";
import type { Step } from "../lattice/band.ts";
import { mapInTurns, type Pace } from "../pace.ts";
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
export async function learnLexicon(
  { source, target }: Readonly<Record<SideName, SideTokens>>,
  beads: readonly LikelyBead[],
  pace: Pace,
): Promise<Lexicon> {
  const likely = beads.filter((bead) => bead.probability >= LEAST_PROBABILITY);
  const total = likely.reduce((sum, bead) => sum + bead.probability, 0);
  const own = await countSide(source, likely, { which: "source", most: total * MOST_SHARE, pace });
  const other = await countSide(target, likely, { which: "target", most: total * MOST_SHARE, pace });
  const lexicon = { source: new Map<number, [number, number][]>(), target: new Map<number, [number, number][]>() };
  const together = new Float64Array(target.types.length);
  await mapInTurns(holdersOf(own.frequent), pace, ([type, indexes]) => {
    for (const partner of meet(together, indexes, { likely, partners: other.frequent })) {
      const pair = { times: together[partner] ?? 0, own: own.counts[type] ?? 0, other: other.counts[partner] ?? 0 };
      together[partner] = 0;
      const sureness = surenessOf(pair, total);
      if (sureness < LEAST_SURENESS) continue;
      push(lexicon.source, type, [partner, sureness]);
      push(lexicon.target, partner, [type, sureness]);
    }
  });
  return lexicon;
}

/** How often the beads hold each type of a side, and for each bead those that are neither too rare nor too frequent. */
interface CountedSide {
  readonly counts: Float64Array;
  readonly frequent: readonly (readonly number[])[];
}

async function countSide(
  side: SideTokens,
  beads: readonly LikelyBead[],
  { which, most, pace }: { readonly which: SideName; readonly most: number; readonly pace: Pace },
): Promise<CountedSide> {
  const counts = new Float64Array(side.types.length);
  await mapInTurns(beads, pace, (bead) => {
    for (const type of typesOf(side, bead[which])) counts[type] = (counts[type] ?? 0) + bead.probability;
  });
  const frequent = await mapInTurns(beads, pace, (bead) =>
    [...typesOf(side, bead[which])].filter((type) => (counts[type] ?? 0) >= LEAST_TIMES && (counts[type] ?? 0) <= most),
  );
  return { counts, frequent };
}

/** For each type the beads that hold it. */
function holdersOf(frequent: CountedSide["frequent"]): (readonly [type: number, beads: readonly number[]])[] {
  const holders = new Map<number, number[]>();
  for (const [index, types] of frequent.entries()) {
    for (const type of types) {
      const list = holders.get(type);
      if (list === undefined) holders.set(type, [index]);
      else list.push(index);
    }
  }
  return [...holders];
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

function push(map: Map<number, [number, number][]>, key: number, value: [number, number]): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
