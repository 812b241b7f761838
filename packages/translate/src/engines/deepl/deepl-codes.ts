import { baseLanguage, type LanguageTag } from "@stele/model";
import type { SourceLanguageCode, TargetLanguageCode } from "deepl-node";

/** DeepL's code of a source language: always the bare language, it refuses `zh-HANS` and `en-US` here. */
export function sourceCode(tag: LanguageTag): SourceLanguageCode {
  return baseLanguage(tag);
}

const TARGET_CODES: Readonly<Record<Exclude<LanguageTag, "en">, TargetLanguageCode>> = {
  ko: "ko",
  "zh-Hans": "zh-HANS",
  "zh-Hant": "zh-HANT",
};

/** DeepL's code of a target language; English needs a region. */
export function targetCode(tag: LanguageTag, region: string): TargetLanguageCode {
  if (tag === "en") return region === "GB" ? "en-GB" : "en-US";
  return TARGET_CODES[tag];
}
