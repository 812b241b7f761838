import { baseLanguage, type LanguageTag } from "@stele/model";
import { phrasesIn } from "./phrases.ts";

/** A name or phrase that recurs. */
export interface FoundTerm {
  readonly term: string;
  /** Sentences that hold it. */
  readonly count: number;
}

/** What counts as a term. */
export interface FindTermsOptions {
  readonly language: LanguageTag;
  /** Least number of sentences; default 2. */
  readonly minCount?: number;
  /** Default 100. */
  readonly limit?: number;
}

/**
 * The recurrent names and phrases of a text, the most frequent first. English names (capitals inside a sentence) count
 * from `minCount` on; other words must recur once more, since most of them are no terms. A phrase that occurs only
 * inside a longer one is left out.
 */
export function findTerms(sentences: readonly string[], options: FindTermsOptions): readonly FoundTerm[] {
  const { language, minCount = 2, limit = 100 } = options;
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const phrase of new Set(phrasesIn(sentence, language))) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  const least = (term: string): number => (isName(term, sentences, language) ? minCount : minCount + 1);
  const frequent = [...counts]
    .filter(([term, count]) => count >= minCount && count >= least(term))
    .map(([term, count]) => ({ term, count }));
  return frequent
    .filter(({ term, count }) => !frequent.some((other) => isPartOf(term, other.term) && other.count >= count))
    .sort((a, b) => b.count - a.count || b.term.length - a.term.length)
    .slice(0, limit);
}

function isPartOf(term: string, longer: string): boolean {
  return longer.length > term.length && longer.includes(term);
}

/** Every word of an English name has a capital, and somewhere it does not begin its sentence. */
function isName(term: string, sentences: readonly string[], language: LanguageTag): boolean {
  if (baseLanguage(language) !== "en") return false;
  const isCapital = term.split(" ").every((word) => /^\p{Lu}/u.test(word));
  return isCapital && sentences.some((sentence) => sentence.indexOf(term) > 1);
}
