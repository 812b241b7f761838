import type { LengthStatistics } from "./tools.ts";

/** How far a length may be from what is usual. Set on the dev corpora so that about 3 good pieces in 1,000 are outside. */
const MOST_DEVIATIONS = 4.5;
/** Code units that do not count: in a short text one word more is much. */
const SLACK = 6;

/** Names and figures that stand on both sides as they are do not follow the languages' ratio. */
const KEPT = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,@’'-]*/gu;
/** A name's own spelling in brackets after it, as `케스트렐(Kestrel)`. */
const SPELLING = /\s?[(（]([\p{Script=Latin}][\p{Script=Latin}\p{N} .,’'-]*)[)）]/gu;

/**
 * How far the length of a translation is from what is usual, in standard deviations (Gale and Church 1993, with the mean
 * of both lengths, so that both directions are judged alike), less some slack for short texts; negative where it is
 * too short. Words that both sides have are left out, and spellings that only repeat a name of the source.
 */
function lengthDeviation(source: string, target: string, { ratio, variance }: LengthStatistics): number {
  const said = target.replaceAll(SPELLING, (all, name: string) => (source.includes(name) ? "" : all));
  const kept = new Set(source.match(KEPT)?.filter((word) => said.includes(word)));
  const expected = ratio * lengthWithout(source, kept);
  const actual = lengthWithout(said, kept);
  const difference = actual - expected;
  const beyond = Math.max(0, Math.abs(difference) - SLACK);
  return (Math.sign(difference) * beyond) / Math.sqrt(variance * Math.max((expected + actual) / 2, 1));
}

function lengthWithout(text: string, words: ReadonlySet<string>): number {
  return text.replaceAll(KEPT, (word) => (words.has(word) ? "" : word)).length;
}

/** True where the length cannot be that of a whole translation and nothing more. */
export function isOddLength(source: string, target: string, statistics: LengthStatistics): boolean {
  return Math.abs(lengthDeviation(source, target, statistics)) > MOST_DEVIATIONS;
}
