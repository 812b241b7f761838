import type { Range, Side, Standing } from "@stele/model";

/** How far a text can be trusted, the least first; the number is what is stored. */
export const STANDINGS: readonly Standing[] = ["machine", "human", "approved", "corrected"];

/** The rank of a standing: more is better. */
export function standingRank(standing: Standing): number {
  return STANDINGS.indexOf(standing);
}

/** The standing of a stored rank. */
export function standingOf(rank: number): Standing {
  return STANDINGS[rank] ?? "machine";
}

/** The rank of sentences in two sides: machine where any of them is; else the better one of the two sides' worst. */
export function beadRank(source: TrustedRun, target: TrustedRun): number {
  const ranks = [source, target].map(({ side, run }) => worstRank(side, run));
  return ranks.includes(0) ? 0 : Math.max(...ranks);
}

/** Sentences of a side, and what says how far they can be trusted. */
interface TrustedRun {
  readonly side: Pick<Side, "provenance" | "overrides">;
  readonly run: Range;
}

function worstRank(side: TrustedRun["side"], [from, to]: Range): number {
  let worst = from === to ? standingRank(side.provenance.standing) : STANDINGS.length;
  for (let sentence = from; sentence < to; sentence += 1) {
    worst = Math.min(worst, standingRank((side.overrides?.[sentence] ?? side.provenance).standing));
  }
  return worst;
}
