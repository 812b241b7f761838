import type { LanguageTag, Span } from "../api/nouns.ts";

/** A word in a sentence. */
export interface Word extends Span {
  readonly text: string;
}

/** The words of a text as the browser cuts them; figures count, marks do not. */
export function wordsOf(text: string, language: LanguageTag): readonly Word[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike === true ? { text: segment, start: index, end: index + segment.length } : [],
  );
}

/** The word at an offset, else the next one behind it, else the last. */
export function wordAt(words: readonly Word[], offset: number): Word | undefined {
  return words.find(({ end }) => offset < end) ?? words.at(-1);
}
