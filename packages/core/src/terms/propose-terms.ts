import type { LanguageTag } from "@stele/model";
import type { FoundTerm } from "./find-terms.ts";
import { phrasesIn } from "./phrases.ts";

/** Two texts that say the same: a bead, or a unit of the memory. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}

/** A term and how it seems to be translated. */
export interface ProposedTerm extends FoundTerm {
  /** Absent where no pair holds the term, or nothing goes with it. */
  readonly target?: string;
  /** How well the two go together, from 0 to 1 (Dice's coefficient over pairs). */
  readonly likeness: number;
}

/** Below this the two go together hardly better than by chance. */
const LEAST_LIKENESS = 0.75;

/**
 * Proposes for each term the phrase of the other language that stands where it stands: the one with the highest Dice
 * coefficient over all pairs (Smadja and others 1996), the longest where several are equal.
 */
export function proposeTerms(
  terms: readonly FoundTerm[],
  pairs: readonly TextPair[],
  { target }: { readonly target: LanguageTag },
): readonly ProposedTerm[] {
  const phrases = pairs.map((pair) => new Set(phrasesIn(pair.target, target)));
  const totals = new Map<string, number>();
  for (const set of phrases) for (const phrase of set) totals.set(phrase, (totals.get(phrase) ?? 0) + 1);
  return terms.map((found) => {
    const holding = [...pairs.keys()].filter((index) => pairs[index]?.source.includes(found.term));
    const together = new Map<string, number>();
    for (const index of holding) {
      for (const phrase of phrases[index] ?? []) together.set(phrase, (together.get(phrase) ?? 0) + 1);
    }
    const best = bestOf(together, { totals, holding: holding.length });
    return best === undefined ? { ...found, likeness: 0 } : { ...found, ...best };
  });
}

function bestOf(
  together: ReadonlyMap<string, number>,
  { totals, holding }: { readonly totals: ReadonlyMap<string, number>; readonly holding: number },
): { readonly target: string; readonly likeness: number } | undefined {
  let best: { readonly target: string; readonly likeness: number } | undefined;
  for (const [target, count] of together) {
    const likeness = (2 * count) / (holding + (totals.get(target) ?? 0));
    const isBetter =
      best === undefined ||
      likeness > best.likeness ||
      (likeness === best.likeness && target.length > best.target.length);
    if (isBetter) best = { target, likeness };
  }
  return best !== undefined && best.likeness >= LEAST_LIKENESS && holding > 1 ? best : undefined;
}
