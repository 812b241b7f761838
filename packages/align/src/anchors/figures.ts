/** Powers of ten by the word or character that multiplies a figure. */
const UNITS: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  m: 1e6,
  백: 1e2,
  천: 1e3,
  만: 1e4,
  억: 1e8,
  조: 1e12,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
};

const HAN_DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
/** What closes a section: 3천5백만 is (3000 + 500) · 만. */
const LARGE: Readonly<Record<string, number>> = {
  만: 1e4,
  억: 1e8,
  조: 1e12,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
};

const DIGITS = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const COMPOUND = new RegExp(
  `(?:(?:${DIGITS})\\s*(?:[백천만억조百千万萬亿億兆]+)\\s*)+(?:${DIGITS})?|(?:${DIGITS})(?:[\\s-]*(?:hundred|thousand|million|billion|trillion|mn|bn)\\b)*`,
  "giu",
);
const PART = new RegExp(`(${DIGITS})\\s*([백천만억조百千万萬亿億兆]*)`, "gu");
const HAN = /[零〇一二两兩三四五六七八九十百千万萬亿億兆]{2,}/gu;

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
      if (unit in LARGE) {
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
    else if (mark in HAN_SMALL) {
      section += (digit || (section === 0 ? 1 : 0)) * (HAN_SMALL[mark] ?? 1);
      digit = 0;
    } else {
      [total, closed] = close({ total, closed, section: section + digit }, LARGE[mark] ?? 1);
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}
