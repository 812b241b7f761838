import type { LanguageTag } from "@stele/model";

/** The codes under which the makers of the models may list a language, first choice first. */
const CODES: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ["en"],
  ko: ["ko"],
  "zh-Hans": ["zh-Hans", "zh", "zh-CN"],
  "zh-Hant": ["zh-Hant", "zh-TW"],
};

/** The codes that a language may go by: those of one of Stele's tags, or the code itself. */
export function codesOf(code: string): readonly string[] {
  return Object.hasOwn(CODES, code) ? CODES[code as LanguageTag] : [code];
}
