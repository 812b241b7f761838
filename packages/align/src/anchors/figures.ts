import { ENGLISH_SCALES, HAN_DIGITS, HAN_MARKS, MYRIADS, SMALL_UNITS } from "./number-words.ts";

const ENGLISH_UNITS: Readonly<Record<string, number>> = { ...ENGLISH_SCALES, mn: 1e6, bn: 1e9 };
/** What multiplies a figure, by its word or character. */
const UNITS: Readonly<Record<string, number>> = { ...ENGLISH_UNITS, m: 1e6, ...SMALL_UNITS, ...MYRIADS };
/** A ten follows a digit in words only: 3십 is no writing of thirty. */
const MULTIPLIERS = Object.keys({ ...SMALL_UNITS, ...MYRIADS })
  .filter((unit) => UNITS[unit] !== 10)
  .join("");

const DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const COMPOUND = new RegExp(
  `(?:(?:${DIGITS})\\s*(?:[${MULTIPLIERS}]+)\\s*)+(?:${DIGITS})?|(?:${DIGITS})(?:[\\s-]*(?:${Object.keys(ENGLISH_UNITS).join("|")})\\b)*`,
  "giu",
);
const PART = new RegExp(`(${DIGITS})\\s*([${MULTIPLIERS}]*)`, "gu");
const HAN = new RegExp(`[${HAN_MARKS}]{2,}`, "gu");

/** A figure or a part of a date by its normalised value, and where it stands. */
export interface PlacedAnchor {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The figures of a text as normalised values, in order: `1500000` for 1.5 million, 1,500,000, 150만 and 一百五十万.
 * Figures written in words are given only where they are plainly figures (two numerals of Chinese or more).
 */
export function figures(text: string): readonly string[] {
  return placeFigures(text.normalize("NFKC")).map(({ value }) => value);
}

/** The same with their places; the text is normalised (NFKC) already. */
export function placeFigures(plain: string): readonly PlacedAnchor[] {
  const found: PlacedAnchor[] = [];
  for (const match of plain.matchAll(COMPOUND)) found.push(place(match, readCompound(match[0])));
  for (const match of plain.matchAll(HAN)) {
    const value = /\d\s*$/u.test(plain.slice(0, match.index)) ? undefined : readHan(match[0]);
    if (value !== undefined) found.push(place(match, value));
  }
  return found.sort((a, b) => a.start - b.start);
}

function place({ 0: written, index }: RegExpExecArray, value: number): PlacedAnchor {
  return { value: formatValue(value), start: index, end: index + written.trimEnd().length };
}

function formatValue(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(12)));
}

function readCompound(written: string): number {
  let total = 0;
  let closed = 0;
  let section = 0;
  for (const [, digits = "0", units = ""] of written.matchAll(PART)) {
    let part = Number(digits.replaceAll(",", ""));
    for (const unit of units) {
      if (unit in MYRIADS) {
        [total, closed] = close({ total, closed, section: section + part }, UNITS[unit] ?? 1);
        section = 0;
        part = 0;
      } else part *= UNITS[unit] ?? 1;
    }
    section += part;
  }
  const words = written.toLowerCase().match(/[a-z]+/gu) ?? [];
  return words.reduce((value, word) => value * (UNITS[word] ?? 1), total + section);
}

/** Closes a section; a second unit right behind the first multiplies what that closed: 3万亿 is 3 · 10,000 · 100,000,000. */
function close(
  { total, closed, section }: { readonly total: number; readonly closed: number; readonly section: number },
  unit: number,
): readonly [total: number, closed: number] {
  if (section > 0) return [total + section * unit, section * unit];
  return closed === 0 ? [total + unit, unit] : [total - closed + closed * unit, closed * unit];
}

/** Reads Chinese numerals: 一百五十万; digit by digit where no unit stands among them (二〇二四). */
function readHan(written: string): number | undefined {
  const marks = [...written];
  if (marks.every((mark) => mark in HAN_DIGITS)) {
    return marks.length >= 3 ? Number(marks.map((mark) => HAN_DIGITS[mark]).join("")) : undefined;
  }
  if (!marks.some((mark) => mark in HAN_DIGITS) && marks[0] !== "十") return undefined;
  let total = 0;
  let closed = 0;
  let section = 0;
  let digit = 0;
  for (const mark of marks) {
    if (mark in HAN_DIGITS) digit = HAN_DIGITS[mark] ?? 0;
    else if (mark in SMALL_UNITS) {
      section += (digit || (section === 0 ? 1 : 0)) * (SMALL_UNITS[mark] ?? 1);
      digit = 0;
    } else {
      [total, closed] = close({ total, closed, section: section + digit }, MYRIADS[mark] ?? 1);
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}
