import type { Span } from "@stele/model";
import { isNameMark } from "../anchors/han-sounds.ts";

/** Behind a name without a blank: a segmenter takes the name's last character and one of these for a word. */
const SAYS = /^[称稱说說]$/u;
const NEVER_LAST = /^[曾因]$/u;
/** Fewer characters are a word as often as a name, unless they stand beside the dot that divides a foreign name. */
const LEAST_MARKS = 3;
const LEAST_ALONE = 2;
const DOT = /[·・‧•]/u;

/**
 * Joins what a segmenter that does not know a foreign name cuts into characters (德|米|雷|尔): neighbours made of
 * nothing but characters that names are written with. The parts of 玛格丽特·林德奎斯特 stay two words.
 */
export function joinNames(text: string, words: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let run: Span[] = [];
  const close = (): void => {
    const own = withoutRest(text, run);
    joined.push(...(isName(text, own) ? [whole(own)] : own), ...run.slice(own.length));
    run = [];
  };
  for (const word of words.flatMap((one) => cutOff(text, one))) {
    if (!isMadeOfNames(text, word) || run.at(-1)?.end !== word.start) close();
    if (isMadeOfNames(text, word)) run.push(word);
    else joined.push(word);
  }
  close();
  return joined;
}

/** 特称 behind characters of a name is its end and a verb. */
function cutOff(text: string, word: Span): readonly Span[] {
  const [first, last, ...more] = text.slice(word.start, word.end);
  if (first === undefined || last === undefined || more.length > 0 || !SAYS.test(last)) return [word];
  if (!isNameMark(first) || !isNameMark(text.charAt(word.start - 1))) return [word];
  const border = word.end - last.length;
  return [
    { start: word.start, end: border },
    { start: border, end: word.end },
  ];
}

function isMadeOfNames(text: string, { start, end }: Span): boolean {
  return Array.from(text.slice(start, end)).every(isNameMark);
}

/** Behind a short name a word of several characters (克|兰|博士) is a title, and two adverbs are no part of any. */
function withoutRest(text: string, run: readonly Span[]): readonly Span[] {
  const last = run.at(-1);
  if (last === undefined) return run;
  const before = last.start - (run[0]?.start ?? 0);
  const isTitle = last.end - last.start > 1 && before < LEAST_MARKS && !DOT.test(text.charAt(last.end));
  return isTitle || NEVER_LAST.test(text.slice(last.start, last.end)) ? run.slice(0, -1) : run;
}

function isName(text: string, run: readonly Span[]): boolean {
  if (run.length < 2) return false;
  const { start, end } = whole(run);
  if (DOT.test(text.charAt(start - 1)) || DOT.test(text.charAt(end))) return true;
  const alone = run.filter((word) => word.end - word.start === 1).length;
  return end - start >= LEAST_MARKS && alone >= LEAST_ALONE;
}

function whole(run: readonly Span[]): Span {
  return { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
}
