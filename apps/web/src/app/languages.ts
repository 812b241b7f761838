import type { LanguageTag } from "../api/nouns.ts";

/** Each language in its own words, the way its readers look for it. */
export const ENDONYMS: Readonly<Record<LanguageTag, string>> = {
  en: "English",
  ko: "한국어",
  "zh-Hans": "简体中文",
  "zh-Hant": "繁體中文",
};

/** The languages of the page in their own words. */
export const UI_ENDONYMS = { en: "English", ko: "한국어", zh: "中文" } as const;

/** Every language of texts. */
export const TEXT_LANGUAGES: readonly LanguageTag[] = ["en", "ko", "zh-Hans", "zh-Hant"];
