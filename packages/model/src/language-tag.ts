import { SteleError } from "./stele-error.ts";

/** A language of Stele: the two scripts of Chinese are two tags. */
export type LanguageTag = "en" | "ko" | "zh-Hans" | "zh-Hant";

/** A language without its script: what rules, priors and vectors are chosen by. */
export type BaseLanguage = "en" | "ko" | "zh";

/** Every tag, in the order in which lists show them. */
export const LANGUAGE_TAGS: readonly LanguageTag[] = ["en", "ko", "zh-Hans", "zh-Hant"];

const TRADITIONAL_REGIONS = new Set(["tw", "hk", "mo"]);
const SIMPLIFIED_REGIONS = new Set(["cn", "sg"]);

/**
 * Reads a BCP 47 tag. Case and `_` do not matter; zh, zh-CN and zh-SG are `zh-Hans`; zh-TW, zh-HK and zh-MO are
 * `zh-Hant`; a script subtag wins over a region; the region of en and ko is dropped here (see `regionOf`).
 *
 * @throws SteleError `language-unknown` for anything else.
 */
export function parseLanguageTag(value: string): LanguageTag {
  const [language, ...subtags] = value.trim().toLowerCase().replaceAll("_", "-").split("-");
  const wellFormed = subtags.every((subtag) => /^[a-z0-9]{1,8}$/.test(subtag));
  if (wellFormed && (language === "en" || language === "ko")) return language;
  const chinese = wellFormed && language === "zh" ? chineseTag(subtags) : undefined;
  if (chinese === undefined) throw unknownLanguage(value);
  return chinese;
}

function chineseTag(subtags: readonly string[]): LanguageTag | undefined {
  const [first] = subtags;
  if (first === undefined || first === "hans" || SIMPLIFIED_REGIONS.has(first)) return "zh-Hans";
  return first === "hant" || TRADITIONAL_REGIONS.has(first) ? "zh-Hant" : undefined;
}

function unknownLanguage(value: string): SteleError {
  return new SteleError({
    code: "language-unknown",
    message: `"${value}" is not a language that Stele knows.`,
    hint: "Use en, ko, zh-Hans or zh-Hant (zh, zh-CN and zh-TW are understood too).",
    details: { value },
  });
}

/** The region of a tag in upper case (`en-gb` → `GB`), which engines take as an option; undefined without one. */
export function regionOf(value: string): string | undefined {
  const subtags = value.trim().replaceAll("_", "-").split("-").slice(1);
  return subtags.find((subtag) => /^[a-z]{2}$/i.test(subtag))?.toUpperCase();
}

/** The language without its script: `zh-Hans` and `zh-Hant` are both `zh`. */
export function baseLanguage(tag: LanguageTag): BaseLanguage {
  return tag === "zh-Hans" || tag === "zh-Hant" ? "zh" : tag;
}
