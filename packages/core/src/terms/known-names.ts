import { type LanguageTag, type MemoryLookup, type Side, sentenceLine } from "@stele/model";
import type { Term } from "@stele/translate";
import { findTerms } from "./find-terms.ts";

/** Sentences looked through: an article names its people and places early, and a book must not wait for this. */
const MOST_SENTENCES = 500;
/** Names looked up. */
const MOST_NAMES = 100;

/**
 * The names of a text whose translation the memory has as a unit of its own that a person answers for. A name is known
 * by its capitals, on the English side; between Korean and Chinese nothing tells a name from a word.
 */
export function knownNames({ article, sentences }: Side, target: LanguageTag, lookup: MemoryLookup): readonly Term[] {
  const source = article.language;
  if (source !== "en" && target !== "en") return [];
  const lines = sentences.slice(0, MOST_SENTENCES).map((sentence) => sentenceLine(article, sentence));
  const found = findTerms(lines, { language: source, minCount: 1, limit: MOST_NAMES });
  return found.flatMap(({ term }) => {
    if (source === "en" && !hasCapitals(term)) return [];
    const units = lookup.find({ text: term, source, target, minScore: 1, limit: 2 });
    const [first, ...others] = units.filter(({ standing, score }) => standing !== "machine" && score >= 1);
    const isClear = first !== undefined && others.every((unit) => unit.target === first.target);
    if (!isClear || (target === "en" && !hasCapitals(first.target))) return [];
    return [{ source: term, target: first.target.trim() }];
  });
}

function hasCapitals(text: string): boolean {
  return text
    .trim()
    .split(/\s+/u)
    .every((word) => /^\p{Lu}/u.test(word));
}

/** A name in Latin letters inside Korean or Chinese; all capitals are abbreviations, which English may write out. */
const LATIN_NAME = /(?<![\p{Script=Latin}\d.@/-])\p{Lu}\p{Ll}{2,}(?![\p{Script=Latin}\d.@/-])/gu;

/** The Latin names of a Korean or Chinese text: an English translation has them as they are. */
export function latinNames(text: string): readonly Term[] {
  return [...new Set(text.match(LATIN_NAME) ?? [])].map((name) => ({ source: name, target: name }));
}
