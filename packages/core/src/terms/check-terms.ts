import { type Glossary, type Term, termsIn } from "@stele/translate";
import type { TextPair } from "./propose-terms.ts";

/** A place where a translation does not use the term that the glossary has. */
export interface TermDeparture extends Term {
  /** Index of the pair. */
  readonly pair: number;
}

/** Where a translation departs from a glossary: the source holds a term and the target does not hold its translation. */
export function checkTerms(pairs: readonly TextPair[], glossary: Glossary): readonly TermDeparture[] {
  return pairs.flatMap(({ source, target }, pair) => {
    const lower = target.toLowerCase();
    return termsIn(source, glossary)
      .filter((term) => !lower.includes(term.target.toLowerCase()))
      .map((term) => ({ ...term, pair }));
  });
}
