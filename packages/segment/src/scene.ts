import { BLANK, CLOSER, HAN, HANGUL, isAt, LETTER, LOWER, OPENER, skipBlanks, UPPER } from "./characters.ts";

/** What the scanner knows at a candidate: offsets into the text, and what is open there. Reused, so nothing is kept. */
export interface Scene {
  readonly text: string;
  /** The stretch that is being scanned. */
  readonly from: number;
  readonly to: number;
  /** Whether a quotation of several sentences stays whole. */
  readonly wholeQuotations: boolean;
  /** The user's own abbreviations, in lower case without the last full stop. */
  readonly abbreviations: ReadonlySet<string>;
  /** Where the sentence began. */
  start: number;
  /** The run of final marks: `[mark, markEnd)`. */
  mark: number;
  markEnd: number;
  /** Where the sentence would end: after closing marks and reference marks. */
  end: number;
  /** The first character after that which is not blank; `to` where there is none. */
  next: number;
  /** Where the open quotation began, or -1; and which mark opened it. */
  quote: number;
  /** Where the open quotation in single marks began, or -1. */
  single: number;
  /** Where the open round or square bracket began, or -1. */
  bracket: number;
  /** How many brackets are open. */
  depth: number;
  /** How far the scanner has been told to go on without looking: a long run is looked at once. */
  skip: number;
  /** The number or letter that the next item of a list inside the line would have, such as `2` or `b`. */
  item: string;
  /** Where the next closing bracket and the next closing quotation mark stand: found once, kept until passed. */
  bracketClose: number;
  quoteClose: number;
  singleClose: number;
}

/** The longest word looked at: longer ones are no abbreviation and no name. */
const MAX_WORD = 40;

/** How far apart the marks of one bracket may be for it to count as one, in code units. */
export const MAX_BRACKET = 400;
/** How far apart the marks of one quotation may be, in code units. */
export const MAX_QUOTATION = 2000;

/** Where the word that ends at `end` begins: letters, digits and what is glued to them. */
export function wordStart(scene: Scene, end: number): number {
  const { text } = scene;
  const lowest = Math.max(scene.start, end - MAX_WORD);
  // A foreign word stands among Han or Hangul without a blank.
  const borders = BLANK | OPENER | CLOSER | (isAt(text, end - 1, UPPER | LOWER) ? HAN | HANGUL : 0);
  let start = end;
  while (start > lowest && !isAt(text, start - 1, borders) && !isBorderMark(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Straight quotation marks and the marks of Chinese typesetting. */
function isBorderMark(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x27 ||
    (unit >= 0x3000 && unit < 0x3030) ||
    (unit >= 0xff00 && unit < 0xff10) ||
    unit === 0xff1a
  );
}

/** The end of the letters (with inner apostrophes) from `start` on. */
export function wordEnd(scene: Scene, start: number): number {
  const highest = Math.min(scene.to, start + MAX_WORD);
  let end = start;
  while (end < highest && isAt(scene.text, end, LETTER)) end++;
  return end;
}

/** From `next` on over opening marks: where the first word of what follows would begin. */
export function firstWord(scene: Scene): number {
  const { text, to, next } = scene;
  const tag = text.charCodeAt(next) === 0x3c ? /^<[a-z][a-z0-9]{0,9}>/i.exec(text.slice(next, next + 14)) : null;
  let index = next + (tag === null ? 0 : tag[0].length);
  while (index < to && (isAt(text, index, OPENER | BLANK) || isStraight(text, index))) index++;
  return index;
}

/** Whether the straight quotation mark `"` or `'` stands at `index`. */
export function isStraight(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit === 0x22 || unit === 0x27 || unit === 0xff02;
}

/** Whether the sentence may go on after `end` without a blank: nothing separates it from what follows. */
export function isGlued(scene: Scene): boolean {
  return scene.next === scene.end;
}

/** The next closing bracket from `index` on, or `to`; linear over the whole text because the answer is kept. */
export function closingBracket(scene: Scene, index: number): number {
  if (scene.bracketClose < index) {
    let at = index;
    while (at < scene.to && !isClosingBracket(scene.text.charCodeAt(at))) at++;
    scene.bracketClose = at;
  }
  return scene.bracketClose;
}

/** The next closing or straight double quotation mark from `index` on, or `to`. */
export function closingQuote(scene: Scene, index: number): number {
  if (scene.quoteClose < index) {
    let at = index;
    while (at < scene.to && !isClosingQuote(scene.text.charCodeAt(at))) at++;
    scene.quoteClose = at;
  }
  return scene.quoteClose;
}

/** The next straight single mark that closes a quotation: after a mark, before a blank or the end. */
export function closingSingle(scene: Scene, index: number): number {
  if (scene.singleClose < index) {
    let at = index;
    while (at < scene.to && !isClosingSingle(scene, at)) at++;
    scene.singleClose = at;
  }
  return scene.singleClose;
}

function isClosingSingle(scene: Scene, at: number): boolean {
  const unit = scene.text.charCodeAt(at);
  if (unit !== 0x27 && unit !== 0x2019) return false;
  return isSentenceMark(scene.text.charCodeAt(at - 1)) && !isAt(scene.text, at + 1, LETTER & ~(HAN | HANGUL));
}

/** `,`, `.`, `!`, `?`, an ellipsis, or their Chinese forms. */
export function isSentenceMark(unit: number): boolean {
  if (unit >= 0x3002) return unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || unit === 0xff0c;
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2c || unit === 0x2026;
}

function isClosingBracket(unit: number): boolean {
  return (
    unit === 0x29 ||
    unit === 0xff09 ||
    unit === 0x5d ||
    unit === 0xff3d ||
    unit === 0x3011 ||
    unit === 0x300b ||
    unit === 0x3e
  );
}

function isClosingQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x201d || unit === 0xbb || unit === 0x300d || unit === 0x300f || unit === 0xff02;
}

/** Sets where the sentence would end and what follows. */
export function placeEnd(scene: Scene, end: number): void {
  scene.end = end;
  scene.next = skipBlanks(scene.text, end, scene.to);
}
