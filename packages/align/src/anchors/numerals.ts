import { baseLanguage, type LanguageTag } from "@stele/model";
import {
  ENGLISH_ONES,
  ENGLISH_ORDINALS,
  ENGLISH_SCALES,
  ENGLISH_TENS,
  HAN_DIGITS,
  HAN_MARKS,
  HANGUL_DIGITS,
  KOREAN_ONES,
  KOREAN_TENS,
  MYRIADS,
  SMALL_UNITS,
} from "./number-words.ts";

/** English words by what they count; ordinals count the same. */
const ENGLISH: ReadonlyMap<string, number> = new Map<string, number>([
  ...[ENGLISH_ONES, ENGLISH_ORDINALS].flatMap((words) => words.map((word, value) => [word, value] as const)),
  ...ENGLISH_TENS.flatMap(([word, value]) => [word, word.replace(/y$/u, "ieth")].map((one) => [one, value] as const)),
  ...([
    ["once", 1],
    ["twice", 2],
    ["thrice", 3],
    ["couple", 2],
    ["both", 2],
    ["pair", 2],
    ["half", 0.5],
  ] as const),
]);
const ENGLISH_MULTIPLES: ReadonlyMap<string, number> = new Map<string, number>([
  ["dozen", 12],
  ...Object.entries(ENGLISH_SCALES).flatMap(([word, value]) => [[word, value] as const, [`${word}th`, value] as const]),
]);

/** What the English number words of a text count: `twenty-one`, `two hundred and five`, `a dozen`, `third`. */
function englishNumerals(text: string): number[] {
  const words = text.toLowerCase().match(/[a-z]+/gu) ?? [];
  const found: number[] = [];
  let count = { total: 0, section: 0, isOpen: false };
  const close = (): void => {
    if (count.isOpen) found.push(count.total + count.section);
    count = { total: 0, section: 0, isOpen: false };
  };
  for (const [index, word] of words.entries()) {
    const value = ENGLISH.get(word);
    const multiple = ENGLISH_MULTIPLES.get(word.replace(/s$/u, "")) ?? ENGLISH_MULTIPLES.get(word);
    if (value !== undefined) {
      // Two digits only follow each other after a ten (twenty-one) or a hundred.
      if (value >= 10 ? count.section % 100 !== 0 : count.section % 10 !== 0) close();
      count = { ...count, section: count.section + value, isOpen: true };
    } else if (multiple !== undefined) count = multiplied(count, multiple);
    else if (word !== "and" || !ENGLISH_MULTIPLES.has(words[index - 1] ?? "")) close();
  }
  close();
  return found;
}

interface EnglishCount {
  readonly total: number;
  readonly section: number;
  readonly isOpen: boolean;
}

function multiplied({ total, section }: EnglishCount, multiple: number): EnglishCount {
  const whole = (section || 1) * multiple;
  return multiple < 1e3 ? { total, section: whole, isOpen: true } : { total: total + whole, section: 0, isOpen: true };
}

const DIGITS: Readonly<Record<string, number>> = { ...HANGUL_DIGITS, ...HAN_DIGITS, 俩: 2, 半: 0.5 };

/** Numerals with or without units, in Hangul or Han characters. */
function readNumeral(written: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const mark of written) {
    const value = DIGITS[mark];
    if (value !== undefined) digit = digit * 10 + value;
    else if (mark in SMALL_UNITS) [section, digit] = [section + (digit || 1) * (SMALL_UNITS[mark] ?? 1), 0];
    else [total, section, digit] = [total + (section + digit || 1) * (MYRIADS[mark] ?? 1), 0, 0];
  }
  return total + section + digit;
}

const NATIVE_TENS = Object.keys(KOREAN_TENS).join("|");
const NATIVE: Readonly<Record<string, number>> = { ...KOREAN_ONES, 스무: 20, 반: 0.5 };
const NATIVE_ONES = Object.keys(NATIVE).join("|");
/** What Korean counts with: without one of these behind it, a single syllable is a part of another word. */
const KOREAN_COUNTERS =
  "명|사람|분|개|번|살|시간|시|달|마리|권|대|곳|가지|차례|째|배|장|잔|척|층|쪽|편|줄|해|집|년|월|개월|주|일|회|차|초|원|세|인|호|위|등|학년|세기|달러|퍼센트|미터|킬로|톤|그루|송이|벌|켤레|자루|채|통|병|그릇|걸음|군데";
const KOREAN_NATIVE = new RegExp(
  `(?<!\\p{L})(${NATIVE_TENS})?(${NATIVE_ONES})?(?=\\s|[^\\p{L}]|$|(?:${KOREAN_COUNTERS})|[은는이가을를도의로와과]|이나|으로)`,
  "gu",
);
const KOREAN_SINO = new RegExp(
  `(?<!\\p{L})(?:제)?([영공일이삼사오육륙칠팔구십백천만억조]+)(?=\\s*(?:여\\s*)?(?:${KOREAN_COUNTERS}))`,
  "gu",
);
const CHINESE = new RegExp(`[${HAN_MARKS}俩半]+`, "gu");

function koreanNumerals(text: string): number[] {
  const native = Array.from(text.matchAll(KOREAN_NATIVE), ([, tens = "", ones = ""]) =>
    tens + ones === "" ? undefined : (KOREAN_TENS[tens] ?? 0) + (NATIVE[ones] ?? 0),
  );
  const sino = Array.from(text.matchAll(KOREAN_SINO), ([, written = ""]) => readNumeral(written));
  return [...native.filter((value) => value !== undefined), ...sino];
}

function chineseNumerals(text: string): number[] {
  return Array.from(text.matchAll(CHINESE), ([written]) => readNumeral(written));
}

const READERS: Readonly<Record<string, (text: string) => number[]>> = {
  en: englishNumerals,
  ko: koreanNumerals,
  zh: chineseNumerals,
};

/**
 * What the number words of a text may count, as normalised values like those of `figures`: `six`, `여섯`, `육 년`, `六`.
 * Generous: it tells that a figure may well be there in words, not that there is one.
 */
export function numerals(text: string, language: LanguageTag): readonly string[] {
  return (READERS[baseLanguage(language)]?.(text.normalize("NFKC")) ?? []).map(String);
}
