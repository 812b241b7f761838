import type { GuardTools, LanguagePair } from "./tools.ts";

/** What a target says, in figures and in words. */
interface Said {
  readonly text: string;
  readonly figures: ReadonlySet<number>;
  readonly words: ReadonlySet<number>;
}

/**
 * The figures of the source that the target has in no writing: not as the same value, not in words, not as a month's
 * name, an hour of the afternoon, a decade, or dollars and cents. The figure 1 is not looked for: it is said in too
 * many ways. A figure inside a name, as in `Vostok-6`, may go with its name; it is lost where another stands instead.
 */
export function lostFigures(
  source: string,
  target: string,
  { pair, tools }: { readonly pair: LanguagePair; readonly tools: Pick<GuardTools, "figures" | "numberWords"> },
): readonly string[] {
  const said: Said = {
    text: target,
    figures: new Set(tools.figures(withScales(target), pair.target).map(Number)),
    words: tools.numberWords(target, pair.target),
  };
  const read = (text: string) => tools.figures(withScales(text), pair.source);
  const isLost = (figure: string) =>
    Number(figure) !== 1 && !WAYS.some((isSaid) => isSaid(Number(figure), said, source));
  const [all, plain] = [read(source), read(source.replaceAll(IN_NAME, ""))];
  const isReplaced = [...said.figures].some((figure) => !all.map(Number).includes(figure));
  return (isReplaced ? all : plain).filter(isLost);
}

/** After a name and its hyphen, and after a Korean name where no counter follows: `Vostok-6`, `무궁화7의`. */
const IN_NAME =
  /(?<=\p{Lu}\p{L}*-)\d{1,3}(?![\d.,]\d)|(?<=[가-힣]{2})\d{1,3}(?=[은는이가을를의에와과로도]|[^가-힣\d.,:%]|$)/gu;

/** `£125m` is 125 million: only after a sign of money, elsewhere m is a metre. */
function withScales(text: string): string {
  const scales: Readonly<Record<string, string>> = { m: " million", bn: " billion", k: " thousand" };
  return text.replaceAll(/([$£€¥₩]\s?\d[\d.,]*)(m|bn|k)\b/giu, (_, amount: string, scale: string) => {
    return `${amount}${scales[scale.toLowerCase()] ?? ""}`;
  });
}

type Way = (value: number, said: Said, source: string) => boolean;

/** The ways in which a translation may say a figure of its source. */
const WAYS: readonly Way[] = [
  (value, { figures }) => figures.has(value),
  (value, { words }) => words.has(value),
  isMonthName,
  isHour,
  isFullHour,
  isDecade,
  isMoney,
  isWeekday,
  isTeen,
  isRoman,
];

const MONTHS =
  "January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sept|Sep October|Oct November|Nov December|Dec".split(
    " ",
  );

function isMonthName(value: number, { text }: Said): boolean {
  const month = MONTHS[value - 1];
  return month !== undefined && new RegExp(`\\b(?:${month})\\b`, "u").test(text);
}

/** 19 for 7 p.m. and 7 for 19:00. */
function isHour(value: number, { figures, text }: Said, source: string): boolean {
  const hasClock = [source, text].some((one) => /[ap]\.?m\b|오전|오후|아침|저녁|밤|[上下]午|晚|早|\d:\d\d/u.test(one));
  return hasClock && value <= 24 && (figures.has(value + 12) || (value > 12 && figures.has(value - 12)));
}

/** The minutes of 9:00 need not be said. */
function isFullHour(value: number, _: Said, source: string): boolean {
  return value === 0 && /\d:00/u.test(source);
}

/** The 1980s, the 80s and the eighties of the 20th century. */
function isDecade(value: number, { figures, words, text }: Said, source: string): boolean {
  const years = [...figures].filter((year) => year >= 1000 && year < 2100);
  const hasCentury = [source, text].some((one) => /세기|世[纪紀]|centur/iu.test(one));
  if (hasCentury && years.some((year) => Math.floor(year / 100) + 1 === value)) return true;
  if (value % 10 !== 0) return false;
  if (value >= 1000 && value < 2100) return figures.has(value % 100) || words.has(value % 100);
  return value < 100 && years.some((year) => year % 100 === value);
}

/** 2.50 for two dollars and 50 cents, 4.40 for 4:40, and back. */
function isMoney(value: number, { figures }: Said): boolean {
  const whole = Math.trunc(value);
  const parts = Math.round((value - whole) * 100);
  if (parts > 0) return figures.has(whole) && figures.has(parts);
  return [...figures].some((other) => {
    const otherWhole = Math.trunc(other);
    return other !== otherWhole && (otherWhole === value || Math.round((other - otherWhole) * 100) === value);
  });
}

const WEEKDAY =
  /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|周[一二三四五六日]|[星礼禮][期拜][一二三四五六日天]|週[一二三四五六日]/u;

/** Korean news gives the day of the month where English and Chinese news name the day of the week. */
function isWeekday(value: number, { text }: Said, source: string): boolean {
  return new RegExp(`(?<!월\\s?|\\d)${value}일`, "u").test(source) && WEEKDAY.test(text);
}

/** Korean counts young people by decades. */
function isTeen(value: number, { text }: Said, source: string): boolean {
  return value === 10 && /10대/u.test(source) && /teen|youth|adolescen|少年|年轻/iu.test(text);
}

const ROMAN = ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

function isRoman(value: number, { text }: Said): boolean {
  const numeral = ROMAN[value - 2];
  return numeral !== undefined && new RegExp(`\\b${numeral}\\b`, "u").test(text);
}
