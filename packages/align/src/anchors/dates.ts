/** A part of a date: each is told alone, since one language says Monday where the other says the 14th. */
export interface DatePart {
  readonly kind: "year" | "month" | "day" | "weekday";
  /** The year, 1 to 12, 1 to 31, or 1 (Monday) to 7. */
  readonly value: number;
  /** Offsets in the text that was given. */
  readonly start: number;
  readonly end: number;
}

type Kind = DatePart["kind"];

const KINDS: readonly Kind[] = ["year", "month", "day", "weekday"];
const MONTHS =
  "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";
const SHORT_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SHORT_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const TENS: Readonly<Record<string, number>> = { twent: 20, thirt: 30 };
const ORDINALS = [
  ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(" "),
  ..."fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" "),
];
const IN_WORDS = `(?:twenty-|thirty-)?(?:${ORDINALS.join("|")})|twentieth|thirtieth`;
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d%]|[.,:]\\d)";
const YEAR = "(?:,?\\s+(?<year>\\d{4})(?!\\d))?";
const MONTH = `(?<month>${MONTHS})\\b\\.?`;
/** The months that are words of their own otherwise need one of these before them, or a year after them. */
const BEFORE_MONTH =
  "in|of|since|until|till|by|last|next|this|early|late|mid|through|throughout|from|to|during|between|before|after|and|every|each";
const HAN_DAY = "\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]";
const HANGUL_DAY = "\\d{1,2}|[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]";
const HANGUL_MONTHS = ["일", "이", "삼", "사", "오", "유", "칠", "팔", "구", "시", "십일", "십이"];

interface Writings {
  /** What a text must hold for any of them: most sentences hold no date. */
  readonly needs: RegExp;
  /** The longer ones first: what one has read, those after it leave alone. */
  readonly writings: readonly RegExp[];
}

const IN_FIGURES: Writings = {
  needs: /\d{4}[-/.]/u,
  writings: [/(?<!\d)(?<year>\d{4})(?<mark>[-/.])\s?(?<month>\d{1,2})\k<mark>\s?(?<day>\d{1,2})(?!\d)/dgu],
};

const ENGLISH: Writings = {
  needs: new RegExp(`${SHORT_MONTHS.join("|")}|${SHORT_WEEKDAYS.join("|")}`, "u"),
  writings: [
    new RegExp(`\\b${MONTH}\\s+(?:the\\s+)?(?:${DAY}|(?<dayInWords>${IN_WORDS})\\b)${YEAR}`, "dgu"),
    new RegExp(`(?<![\\d.,])${DAY}(?:\\s+of)?\\s+${MONTH}${YEAR}`, "dgu"),
    new RegExp(`\\b(?<dayInWords>${IN_WORDS})\\s+of\\s+${MONTH}${YEAR}`, "dgiu"),
    /\b(?<month>January|February|April|June|July|August|September|October|November|December)\b/dgu,
    new RegExp(`\\b(?:${BEFORE_MONTH})[\\s-]+(?<month>March|May)\\b`, "dgiu"),
    /\b(?<month>March|May)(?=,?\s+(?:1[5-9]|20)\d\d\b)/dgu,
    /\b(?<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/dgu,
    new RegExp(`\\b(?<weekday>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b[.,]{0,2}\\s+(?=\\d|(?:${MONTHS})\\b)`, "dgu"),
  ],
};

const KOREAN: Writings = {
  needs: /월|요일|일\s?\(/u,
  writings: [
    new RegExp(
      `(?:(?<!\\d)(?<year>\\d{4})년\\s*)?(?<![\\d.])(?<month>\\d{1,2})월(?:\\s*(?<day>${HANGUL_DAY})일(?!간))?`,
      "dgu",
    ),
    new RegExp(
      `(?<![가-힣])(?<month>${HANGUL_MONTHS.join("|")})월(?:\\s*(?<day>${HANGUL_DAY})일|(?=\\s|$|\\p{P}|에|의|은|이[\\s면]|부터|까지|말|초|중순|하순|상순|도\\s|과\\s))`,
      "dgu",
    ),
    /(?<weekday>[월화수목금토일])요일/dgu,
    /(?<=\d일\s?\()(?<weekday>[월화수목금토일])(?=\))/dgu,
  ],
};

const CHINESE: Writings = {
  needs: /月|星期|[礼禮]拜|[周週]/u,
  writings: [
    new RegExp(
      `(?:(?<![\\d〇零一二三四五六七八九])(?<year>\\d{4}|[〇零一二三四五六七八九]{4})年\\s*)?(?<![\\d.〇零一二三四五六七八九十百每])(?<month>\\d{1,2}|十[一二]?|[一二三四五六七八九])\\s*月(?:份|\\s*(?<day>${HAN_DAY})\\s*[日号號])?`,
      "dgu",
    ),
    /(?:星期|礼拜|禮拜)(?<weekday>[一二三四五六日天])/dgu,
    /(?<![\d一二两兩三四五六七八九十几幾数數半])[周週](?<weekday>[一二三四五六日])(?![天次个個年岁歲])/dgu,
  ],
};

/**
 * The dates of a text part by part, in order: May 14, 14th of May 2031, 2031-05-14, 5월 14일, 5月14日, 二〇三一年五月十四日,
 * Monday, 월요일, 周一, 星期一. A year or a day that stands alone is a figure, and no part of a date. Full-width digits are
 * read where the text is normalised (NFKC).
 */
export function dates(text: string): readonly DatePart[] {
  const found: DatePart[] = [];
  for (const { needs, writings } of [IN_FIGURES, ENGLISH, KOREAN, CHINESE]) {
    const matches = needs.test(text) ? writings.flatMap((writing) => [...text.matchAll(writing)]) : [];
    for (const match of matches) {
      const parts = readParts(match);
      const isNew = parts.every((part) => found.every(({ start, end }) => part.end <= start || part.start >= end));
      if (isNew) found.push(...parts);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The parts of one date; none where one of them cannot be: month 13, the 40th. */
function readParts({ groups = {}, indices }: RegExpMatchArray): DatePart[] {
  const parts: DatePart[] = [];
  const places = indices?.groups ?? {};
  const { dayInWords } = groups;
  for (const kind of KINDS) {
    const name = kind === "day" && dayInWords !== undefined ? "dayInWords" : kind;
    const written = groups[name];
    if (written === undefined) continue;
    const value = READERS[kind](written);
    const [start = 0, end = 0] = places[name] ?? [];
    if (value < 1 || value > MOST[kind]) return [];
    parts.push({ kind, value, start, end });
  }
  return parts;
}

const MOST: Readonly<Record<Kind, number>> = { year: 9999, month: 12, day: 31, weekday: 7 };

const READERS: Readonly<Record<Kind, (written: string) => number>> = {
  year: (written) => readNumeral(written),
  month: (written) =>
    SHORT_MONTHS.findIndex((name) => written.startsWith(name)) + 1 ||
    HANGUL_MONTHS.indexOf(written) + 1 ||
    readNumeral(written),
  day: (written) => (/[a-z]/iu.test(written) ? readOrdinal(written.toLowerCase()) : readNumeral(written)),
  weekday: (written) =>
    SHORT_WEEKDAYS.findIndex((name) => written.startsWith(name)) + 1 ||
    "월화수목금토일".indexOf(written) + 1 ||
    Math.min(7, "一二三四五六日天".indexOf(written) + 1),
};

function readOrdinal(written: string): number {
  const tens = TENS[written.slice(0, 5)] ?? 0;
  const unit = ORDINALS.indexOf(written.split("-").at(-1) ?? "") + 1;
  return tens + unit;
}

/** A numeral of at most two places with or without ten (二十四, 십사), or digits one by one (二〇三一). */
function readNumeral(written: string): number {
  if (/^\d+$/u.test(written)) return Number(written);
  const digit = (mark: string): number =>
    Math.max("〇一二三四五六七八九".indexOf(mark), "영일이삼사오육칠팔구".indexOf(mark), 0);
  const [before = "", after] = written.split(/[十십]/u);
  if (after === undefined) return Number(Array.from(before, digit).join(""));
  return (before === "" ? 1 : digit(before)) * 10 + digit(after);
}
