import type { Span } from "@stele/model";

const LATIN = "\\p{Script=Latin}\\d";
const CLOSED = /[\p{Script=Hangul}\p{Script=Han}]/u;
/** A shorter stem is another word: news, lens. */
const LEAST_STEM = 4;

/**
 * Where a term stands in a text, in any case: words of Latin letters whole, an English noun in either number and with
 * its possessive, Korean words with or without the blank between them. Particles follow a term and change nothing.
 */
export function placesOfTerm(text: string, term: string): readonly Span[] {
  const { pattern, core } = matcherOf(term);
  if (!text.toLowerCase().includes(core)) return [];
  return Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

interface Matcher {
  readonly pattern: RegExp;
  /** In lower case: every text that holds the term holds this. */
  readonly core: string;
}

/** Terms come again with every sentence. */
const matchers = new Map<string, Matcher>();
const MOST_MATCHERS = 5000;

function matcherOf(term: string): Matcher {
  const known = matchers.get(term);
  if (known !== undefined) return known;
  if (matchers.size >= MOST_MATCHERS) matchers.clear();
  const made = makeMatcher(term);
  matchers.set(term, made);
  return made;
}

function makeMatcher(term: string): Matcher {
  const words = term.trim().split(/\s+/u);
  const last = endings(words.pop() ?? "");
  let source = "";
  for (const word of words) source += escaped(word) + (CLOSED.test(word) ? "\\s*" : "\\s+");
  const opens = /^[\p{Script=Latin}\d]/u.test(term.trim()) ? `(?<![${LATIN}])` : "";
  const closes = /[\p{Script=Latin}\d]$/u.test(term.trim()) ? `(?![${LATIN}])` : "";
  const [first = last.stem] = words;
  return {
    pattern: new RegExp(`${opens}${source}${escaped(last.stem)}${last.endings}${closes}`, "giu"),
    core: first.toLowerCase(),
  };
}

/** What of a word stays, and the forms of its end. */
function endings(word: string): { readonly stem: string; readonly endings: string } {
  if (!/\p{Script=Latin}$/u.test(word)) return { stem: word, endings: "" };
  if (word === word.toUpperCase()) return { stem: word, endings: "(?:['’]?s)?" };
  const plural = /(?:ies|(?:s|x|z|ch|sh)es|[^aius]s)$/u.test(word);
  const y = word.replace(/(?<=[^aeiou])(?:y|ies)$/u, "");
  if (y !== word) return { stem: y, endings: "(?:y|ies)(?:['’]s?)?" };
  const singular = plural ? word.replace(/(?<=s|x|z|ch|sh)es$|s$/u, "") : word;
  const stem = singular.length >= LEAST_STEM ? singular : word;
  return { stem, endings: "(?:es|s)?(?:['’]s?)?" };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
