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
  const counts = { source: countTypes(source, likely, "source"), target: countTypes(target, likely, "target") };
  const total = likely.reduce((sum, bead) => sum + bead.probability, 0);
  const most = total * MOST_SHARE;
  const width = target.types.length;
  const together = new Map<number, number>();
  for (const bead of likely) {
    const partners = frequentTypes(target, bead.target, { counts: counts.target, most });
    for (const type of frequentTypes(source, bead.source, { counts: counts.source, most })) {
      for (const partner of partners) {
        const key = type * width + partner;
        together.set(key, (together.get(key) ?? 0) + bead.probability);
      }
    }
  }
  return collect(together, { counts, total, width });
}

function typesOf(side: SideTokens, [from, to]: Step): Set<number> {
  return new Set(side.tokens.subarray(side.starts[from], side.starts[to]));
}

function countTypes(side: SideTokens, beads: readonly LikelyBead[], which: "source" | "target"): Float64Array {
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

function collect(
  together: ReadonlyMap<number, number>,
  {
    counts,
    total,
    width,
  }: {
    readonly counts: { readonly source: Float64Array; readonly target: Float64Array };
    readonly total: number;
    readonly width: number;
  },
): Lexicon {
  const source = new Map<number, [number, number][]>();
  const target = new Map<number, [number, number][]>();
  for (const [key, times] of together) {
    if (times < LEAST_TIMES) continue;
    const type = Math.floor(key / width);
    const partner = key % width;
    const own = counts.source[type] ?? 0;
    const other = counts.target[partner] ?? 0;
    const sureness = (2 * (times - 1)) / (own + other - 2 + DOUBT) - Math.max(own, other) / total;
    if (sureness < LEAST_SURENESS) continue;
    push(source, type, [partner, Math.min(1, sureness)]);
    push(target, partner, [type, Math.min(1, sureness)]);
  }
  return { source, target };
}

function push(map: Map<number, [number, number][]>, key: number, value: [number, number]): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
