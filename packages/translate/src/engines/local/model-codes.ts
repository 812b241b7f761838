import type { LanguageTag } from "@stele/model";

/** The codes under which the makers of the models may list a language, first choice first. */
const CODES: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ["en"],
  ko: ["ko"],
  "zh-Hans": ["zh-Hans", "zh", "zh-CN"],
  "zh-Hant": ["zh-Hant", "zh-TW"],
};

/** The pairs of Stele's languages for which models may exist: all go from or to English. */
export const MODEL_PAIRS: readonly (readonly [LanguageTag, LanguageTag])[] = [
  ["en", "ko"],
  ["ko", "en"],
  ["en", "zh-Hans"],
  ["zh-Hans", "en"],
  ["en", "zh-Hant"],
  ["zh-Hant", "en"],
];

/** The codes that a language may go by: those of one of Stele's tags, or the code itself. */
export function codesOf(code: string): readonly string[] {
  return Object.hasOwn(CODES, code) ? CODES[code as LanguageTag] : [code];
}
