import { type Glossary, missedTerms, type Term } from "@stele/translate";
import type { TextPair } from "./equivalent.ts";
import { TERM_TOOLS } from "./term-tools.ts";

/** A place where a translation does not use a term that the glossary has. */
export interface TermDeparture extends Term {
  /** Index of the pair. */
  readonly pair: number;
}

/**
 * Where a translation departs from a glossary: the source holds a term and the target holds none of its translations.
 */
export function checkTerms(pairs: readonly TextPair[], { terms }: Glossary): readonly TermDeparture[] {
  return pairs.flatMap(({ source, target }, pair) =>
    target === "" ? [] : missedTerms(source, target, { terms, tools: TERM_TOOLS }).map((term) => ({ ...term, pair })),
  );
}
