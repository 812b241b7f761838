import type { Span } from "@stele/model";
import { formsOf, nounFormsOf } from "@stele/model/word-forms";
import { isKoreanVerb, koreanVerbPattern } from "./korean-verb.ts";

const LATIN = "\\p{Script=Latin}\\d";
const CLOSED = /[\p{Script=Hangul}\p{Script=Han}]/u;
/** From this many syllables on a Korean word may be written with blanks inside. */
const LEAST_DIVIDED = 4;

/**
 * Where a term stands in a text, in any case: words of Latin letters whole, an English noun in either number and with
 * its possessive, Korean verbs in their forms, Korean words with or without the blank between them. Particles follow a
 * term and change nothing.
 */
export function placesOfTerm(text: string, term: string): readonly Span[] {
  return placesOf(text, term, "noun");
}

/** As what a term is looked for. */
export type TermUse =
  /** As it stands in a source. */
  | "noun"
  /** The same, of a term that is translated by a verb. */
  | "verb"
  /** As a translator may have put it: every English word in any form, a Korean one with any blank. */
  | "any";

/** The same, of a term in a use. */
export function placesOf(text: string, term: string, use: TermUse): readonly Span[] {
  const { pattern, core } = matcherOf(term, use);
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

function matcherOf(term: string, use: TermUse): Matcher {
  const id = `${use} ${term}`;
  const known = matchers.get(id);
  if (known !== undefined) return known;
  if (matchers.size >= MOST_MATCHERS) matchers.clear();
  const made = makeMatcher(term.trim(), use);
  matchers.set(id, made);
  return made;
}

function makeMatcher(term: string, use: TermUse): Matcher {
  const words = term.split(/\s+|(?<=\p{Script=Latin})-(?=\p{Script=Latin})/u);
  const patterns = words.map((word, index) => wordPattern(word, { use, isLast: index === words.length - 1 }));
  const source = patterns.reduce(
    (all, one, index) => all + (index === 0 ? "" : gapBehind(words[index - 1])) + one.source,
    "",
  );
  const opens = /^[\p{Script=Latin}\d]/u.test(term) ? `(?<![${LATIN}])` : "";
  const closes = /[\p{Script=Latin}\d]$/u.test(term) ? `(?![${LATIN}])` : "";
  return { pattern: new RegExp(`${opens}${source}${closes}`, "giu"), core: patterns[0]?.core ?? "" };
}

function gapBehind(word = ""): string {
  return CLOSED.test(word) ? "\\s*" : "[\\s-]+";
}

interface WordPattern {
  readonly source: string;
  readonly core: string;
}

function wordPattern(word: string, { use, isLast }: { readonly use: TermUse; readonly isLast: boolean }): WordPattern {
  if (isLast && isKoreanVerb(word)) return { source: koreanVerbPattern(word, use !== "any"), core: "" };
  const isEnglish = /\p{Script=Latin}$/u.test(word);
  if (!isEnglish && use === "any" && isLongHangul(word))
    return { source: Array.from(word).join("\\s?"), core: word.slice(0, 1) };
  if (!isEnglish || !(isLast || use !== "noun")) return { source: escaped(word), core: word.toLowerCase() };
  return anyOf(inflections(word, use), isLast);
}

function inflections(word: string, use: TermUse): readonly string[] {
  if (word === word.toUpperCase()) return [word, `${word}s`];
  const folded = word.toLowerCase();
  return use === "noun" ? nounFormsOf(folded) : formsOf(folded);
}

function anyOf(forms: readonly string[], isLast: boolean): WordPattern {
  const [first = ""] = forms;
  const lower = forms.map((form) => form.toLowerCase());
  let length = first.length;
  while (!lower.every((form) => form.startsWith(first.slice(0, length).toLowerCase()))) length -= 1;
  const source = `(?:${forms.map(escaped).join("|")})${isLast ? "(?:['’]s?)?" : ""}`;
  return { source, core: first.slice(0, length).toLowerCase() };
}

function isLongHangul(word: string): boolean {
  return word.length >= LEAST_DIVIDED && /^\p{Script=Hangul}+$/u.test(word);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
