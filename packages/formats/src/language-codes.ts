import type { LanguageTag } from "@stele/model";
import type { WriteOptions } from "./format.ts";

/** What importers of translation files expect: OmegaT reads `zh-Hans` as the country "HANS". */
const REGIONAL: Readonly<Record<LanguageTag, string>> = {
  en: "en-US",
  ko: "ko-KR",
  "zh-Hans": "zh-CN",
  "zh-Hant": "zh-TW",
};

/** The tag that a file carries for a language. */
export function languageCode(language: LanguageTag, { tags = "region" }: WriteOptions): string {
  return tags === "script" ? language : REGIONAL[language];
}
