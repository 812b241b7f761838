import type { LanguageTag } from "@stele/model";

/** Sentences as one running text: blanks between them, none in Chinese. */
export function joinSentences(sentences: readonly string[], language: LanguageTag): string {
  return sentences.reduce((text, sentence) => text + gapBetween(text, sentence, language) + sentence, "");
}

/** What stands between two sentences of a language in running text. */
export function gapBetween(before: string, after: string, language: LanguageTag): string {
  if (before === "" || after === "") return "";
  const isChinese = language === "zh-Hans" || language === "zh-Hant";
  // Only the last character counts: looking through all of a long text at every sentence would be quadratic.
  const isLatin = /[\p{Script=Latin}\p{N}.!?]$/u.test(before.slice(-2)) && /^[\p{Script=Latin}\p{N}]/u.test(after);
  return isChinese && !isLatin ? "" : " ";
}
