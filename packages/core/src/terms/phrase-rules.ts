import type { BaseLanguage } from "@stele/model";
import { CHINESE_PHRASES } from "./chinese-phrases.ts";
import { ENGLISH_PHRASES } from "./english-phrases.ts";
import { KOREAN_PHRASES } from "./korean-phrases.ts";
import type { PhraseRules } from "./phrase.ts";

/** What a term looks like, a language an entry. */
export const PHRASE_RULES: Readonly<Record<BaseLanguage, PhraseRules>> = {
  en: ENGLISH_PHRASES,
  ko: KOREAN_PHRASES,
  zh: CHINESE_PHRASES,
};
