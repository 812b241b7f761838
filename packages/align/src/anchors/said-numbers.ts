import type { LanguageTag } from "@stele/model";
import { KOREAN_ONES, KOREAN_TENS } from "./number-words.ts";
import { saidInEnglish } from "./said-in-english.ts";

/** With forms that stand only before a few counters. */
const ONES: Readonly<Record<string, number>> = { ...KOREAN_ONES, 서: 3 };
const TENS: Readonly<Record<string, number>> = { ...KOREAN_TENS, 스무: 20 };
const [ONE, TEN] = [Object.keys(ONES).join("|"), Object.keys(TENS).join("|")];
/** At the beginning of a word only: elsewhere these syllables are parts of others. */
const KOREAN = new RegExp(`(?<![가-힣])(?:(${TEN})\\s?(${ONE})?|(${ONE}))`, "gu");
/** Words of both languages that say a number without counting it out. */
const SAYINGS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/없|零|〇/u, [0]],
  [/이틀|쌍|(?<![가-힣])양|두|两|兩|双|雙|二/u, [2]],
  [/사흘|三/u, [3]],
  [/나흘|四/u, [4]],
  [/닷새|五/u, [5]],
  [/엿새|반년|半年|六/u, [6]],
  [/이레|일주일|한 주|七|一周|一週/u, [7]],
  [/여드레|八/u, [8]],
  [/아흐레|九/u, [9]],
  [/열흘|十/u, [10]],
  [/보름|一刻/u, [15]],
  [/하루|一天/u, [24]],
  [/반|半/u, [30, 50, 0.5]],
  [/백|세기|百|世纪|世紀/u, [100]],
  [/천|千/u, [1000]],
  [/만|万|萬/u, [10_000]],
  [/백만|百万|百萬/u, [1_000_000]],
];

/**
 * The numbers that a text may say in words, those of sayings and of parts of a phrase too: `열흘` says ten, `quarter`
 * fifteen. Far more generous than `numerals`: it tells whether a figure is really lost, not what a text counts.
 */
export function saidNumbers(text: string, language: LanguageTag): ReadonlySet<number> {
  return language === "en" ? saidInEnglish(text) : saidInAsian(text);
}

function saidInAsian(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [, tens = "", more = "", ones = ""] of text.matchAll(KOREAN)) {
    found.add((TENS[tens] ?? 0) + (ONES[more] ?? 0) + (ONES[ones] ?? 0));
  }
  for (const [saying, values] of SAYINGS) if (saying.test(text)) for (const value of values) found.add(value);
  return found;
}
