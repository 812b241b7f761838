import type { BaseLanguage, LanguageTag } from "@stele/model";
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from "./chinese-characters.ts";

/** How many characters of a text are looked at: enough for a document, quick for a book. */
const SAMPLE = 20_000;

interface Scripts {
  latin: number;
  hangul: number;
  han: number;
}

/**
 * The language of a text by its script: Latin is `en`, Hangul `ko`, Han `zh-Hans` or `zh-Hant` by the characters that
 * only one of them has (`zh-Hans` where there are none). A Korean text keeps its language with Hanja in it, a Chinese
 * one with Latin names. Undefined where there is no letter of the three.
 *
 * Only the first 20,000 code units count.
 */
export function detectLanguage(text: string): LanguageTag | undefined {
  const end = Math.min(text.length, SAMPLE);
  const language = detectScript(text, 0, end);
  return language === "zh" ? chineseScript(text, end) : language;
}

/** The language of a stretch of text by its script alone. */
export function detectScript(text: string, from: number, to: number): BaseLanguage | undefined {
  const counts: Scripts = { latin: 0, hangul: 0, han: 0 };
  for (let i = from; i < to; i++) countUnit(text.charCodeAt(i), counts);
  // A Hangul syllable and a Han character say what two or three Latin letters say.
  const latin = counts.latin / 3;
  if (latin + counts.hangul + counts.han === 0) return undefined;
  if (latin > Math.max(counts.hangul, counts.han)) return "en";
  return counts.hangul * 3 >= counts.han ? "ko" : "zh";
}

/** Simplified or traditional, by the characters of the sample that only one of them has. */
function chineseScript(text: string, to: number): LanguageTag {
  let balance = 0;
  for (let i = 0; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (SIMPLIFIED_ONLY.has(unit)) balance--;
    else if (TRADITIONAL_ONLY.has(unit)) balance++;
  }
  return balance > 0 ? "zh-Hant" : "zh-Hans";
}

function countUnit(unit: number, counts: Scripts): void {
  if (unit < 0x250) {
    if (isLatin(unit)) counts.latin++;
  } else if (unit >= 0xac00 && unit <= 0xd7a3) counts.hangul++;
  // Of decomposed Hangul only the leading consonants count, so that a syllable counts once.
  else if (unit >= 0x1100 && unit <= 0x1112) counts.hangul++;
  else if (unit >= 0x3131 && unit <= 0x318e) counts.hangul++;
  else if (isHan(unit)) counts.han++;
}

function isLatin(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7);
}

/** Unified ideographs, extension A, compatibility, and the high surrogates of the further extensions. */
function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd888)
  );
}
