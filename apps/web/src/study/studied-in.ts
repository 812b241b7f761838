import type { LanguageTag, Span, WordState } from "../api/nouns.ts";
import type { MarkedWord } from "../api/study.ts";
import { wordsOf } from "./words-of.ts";

/** A stretch of a text that is a marked word. */
export interface Studied extends Span {
  readonly state: WordState;
}

const NOTHING = [] as const;
/** A Korean word this short begins too many others. */
const SHORTEST_STEM = 2;

/**
 * Where a text has marked words of its language. English in any case; Korean also with endings and particles behind
 * it, of which the marked part is given; Chinese wherever its characters stand, the longest word first.
 */
export function studiedIn(text: string, language: LanguageTag, marked: readonly MarkedWord[]): readonly Studied[] {
  const own = marked.filter((one) => one.language === language && text.toLowerCase().includes(one.word.toLowerCase()));
  if (own.length === 0) return NOTHING;
  const longestFirst = own.sort((left, right) => right.word.length - left.word.length);
  const found: Studied[] = [];
  for (const { word, state } of longestFirst) {
    for (const start of startsOf(text, word, language)) {
      const end = start + word.length;
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ start, end, state });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

function startsOf(text: string, word: string, language: LanguageTag): readonly number[] {
  if (language.startsWith("zh")) return occurrences(text, word);
  const wanted = word.toLowerCase();
  const takesEndings = language === "ko" && word.length >= SHORTEST_STEM;
  return wordsOf(text, language).flatMap((one) => {
    const own = one.text.toLowerCase();
    return own === wanted || (takesEndings && own.startsWith(wanted)) ? one.start : [];
  });
}

function occurrences(text: string, word: string): readonly number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) starts.push(at);
  return starts;
}
