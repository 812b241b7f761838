import { hashText, SteleError } from "@stele/model";
import type { Glossary, Term } from "./contract.ts";
import { placesOfTerm } from "./terms/places-of-term.ts";

/** DeepL's limit, UTF-8 bytes a term; the strictest of the engines, so one glossary suits all. */
const BYTES_PER_TERM = 1024;
/** Controls and Unicode line ends. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029]/u;

/** SHA-256 of the sorted terms: the same terms in any order are one glossary. */
export function glossaryHash(glossary: Glossary): string {
  return hashText(JSON.stringify(sortedTerms(glossary).map(({ source, target }) => [source, target])));
}

/** The terms sorted by source, without exact repetitions. */
export function sortedTerms(glossary: Glossary): readonly Term[] {
  const seen = new Map(glossary.terms.map((term) => [JSON.stringify([term.source, term.target]), term]));
  return [...seen.keys()].sort().flatMap((key) => seen.get(key) ?? []);
}

/**
 * Checks terms as the strictest engine would: none empty, no outer blanks, no control characters, at most 1,024 bytes,
 * one translation a source.
 *
 * @throws SteleError `input-malformed`, naming the first offender.
 */
export function checkGlossary(glossary: Glossary): void {
  const seen = new Map<string, string>();
  for (const term of glossary.terms) {
    for (const side of [term.source, term.target]) checkTerm(side);
    const before = seen.get(term.source);
    if (before !== undefined && before !== term.target) throw badTerm(term.source, "has two translations");
    seen.set(term.source, term.target);
  }
}

function checkTerm(term: string): void {
  if (term.trim() === "") throw badTerm(term, "is empty");
  if (term !== term.trim()) throw badTerm(term, "begins or ends with a blank");
  if (FORBIDDEN.test(term)) throw badTerm(term, "holds a control character");
  if (new TextEncoder().encode(term).length > BYTES_PER_TERM)
    throw badTerm(term.slice(0, 40), "is longer than 1,024 bytes");
}

function badTerm(term: string, what: string): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `The glossary term "${term}" ${what}.`,
    hint: "Correct the glossary: one source and one target a line.",
    details: { term },
  });
}

/** The terms of a glossary that occur in a text, longest first. */
export function termsIn(text: string, glossary: Glossary): readonly Term[] {
  return glossary.terms
    .filter((term) => placesOfTerm(text, term.source).length > 0)
    .sort((a, b) => b.source.length - a.source.length);
}

/** Whether words at a place of a text are no part of a longer Latin word or figure. */
export function isAloneAt(at: number, words: string, text: string): boolean {
  const before = text.slice(Math.max(0, at - 1), at);
  const after = text.slice(at + words.length, at + words.length + 1);
  const startsInside = /[a-z\d]/iu.test(before) && /^[a-z\d]/iu.test(words);
  const endsInside = /[a-z\d]/iu.test(after) && /[a-z\d]$/iu.test(words);
  return !(startsInside || endsInside);
}
