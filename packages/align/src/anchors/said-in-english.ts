import { ENGLISH_ONES, ENGLISH_ORDINALS, ENGLISH_SCALES, ENGLISH_TENS } from "./number-words.ts";

/** Words that say a number without being its name. */
const OTHERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  no: 0,
  once: 1,
  twice: 2,
  both: 2,
  pair: 2,
  couple: 2,
  double: 2,
  doubled: 2,
  doubles: 2,
  twin: 2,
  trio: 3,
  triple: 3,
  tripled: 3,
  quarter: 15,
  week: 7,
  half: 0.5,
  dozen: 12,
  decade: 10,
  decades: 10,
  century: 100,
  centuries: 100,
};

/** The value of each English word that says a number. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...[ENGLISH_ONES, ENGLISH_ORDINALS].flatMap((words) => words.map((word, value): [string, number] => [word, value])),
  ...ENGLISH_TENS.flatMap(([word, value]) =>
    [word, word.replace(/y$/u, "ieth"), word.replace(/y$/u, "ies")].map((one): [string, number] => [one, value]),
  ),
  ...Object.entries(OTHERS),
]);

/**
 * The numbers that an English text says in words, also those that parts of a phrase say: `two hundred thousand` gives
 * 2, 200 and 200,000. It is meant to find a figure again, not to read a text.
 */
export function saidInEnglish(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let value: number | undefined;
  for (const word of text.toLowerCase().match(/[a-z]+/gu) ?? []) {
    const scale = ENGLISH_SCALES[word] ?? ENGLISH_SCALES[word.replace(/(?:th|s)$/u, "")];
    const own = VALUES.get(word) ?? VALUES.get(word.replace(/s$/u, ""));
    if (scale !== undefined) value = (value ?? 1) * scale;
    else if (own === undefined) value = word === "and" || word === "of" ? value : undefined;
    else value = joined(value, own);
    if (value !== undefined) for (const said of [value, own ?? value]) found.add(said);
  }
  return found;
}

/** `twenty` and `one` are 21, `hundred` and `five` 105, `half` and `a` still a half; anything else begins anew. */
function joined(value: number | undefined, next: number): number {
  if (value === undefined) return next;
  if (value === 0.5 && next === 1) return value;
  const fits = value >= 20 && value % 10 === 0 && next < 10;
  const fitsHundreds = value >= 100 && value % 100 === 0 && next < 100;
  return fits || fitsHundreds ? value + next : next;
}
