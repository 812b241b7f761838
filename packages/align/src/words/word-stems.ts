import { baseLanguage, type LanguageTag } from "@stele/model";
import { koreanStems } from "../anchors/korean-particles.ts";

/** A word in lower case without its particle or ending, or without the 's of an owner; the forms that differ from it. */
export function stemsOf(word: string, language: LanguageTag): readonly string[] {
  if (baseLanguage(language) === "ko") return koreanStems(word);
  const owner = word.replace(/['’]s$/u, "");
  return owner === word ? [] : [owner];
}
