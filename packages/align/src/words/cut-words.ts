import { baseLanguage, type LanguageTag, type Span } from "@stele/model";
import { joinNames } from "./join-names.ts";

/** Outer punctuation of a word between blanks; inside (don't, 3.5, COVID-19) it stays. */
const OUTER = /^[^\p{L}\p{N}%$€£₩¥]+|[^\p{L}\p{N}%]+$/gu;
const HOLDS_LETTER = /[\p{L}\p{N}]/u;

/**
 * The words of a text by their offsets. English and Korean: what stands between blanks, without outer punctuation, a
 * Korean stem with its particle. Chinese: the words of `Intl.Segmenter`, foreign names whole.
 */
export function cutWords(text: string, language: LanguageTag): Span[] {
  return baseLanguage(language) === "zh" ? cutChinese(text, language) : cutAtBlanks(text);
}

function cutAtBlanks(text: string): Span[] {
  const words: Span[] = [];
  for (const match of text.matchAll(/[^\s—…]+/gu)) {
    const [outer] = match;
    if (!HOLDS_LETTER.test(outer)) continue;
    const inner = outer.replace(OUTER, "");
    const start = match.index + outer.indexOf(inner);
    words.push({ start, end: start + inner.length });
  }
  return words;
}

const segmenters = new Map<LanguageTag, Intl.Segmenter>();

function cutChinese(text: string, language: LanguageTag): Span[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, segmenter);
  const words: Span[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    if (HOLDS_LETTER.test(segment)) words.push({ start: index, end: index + segment.length });
  }
  return joinNames(text, words);
}
