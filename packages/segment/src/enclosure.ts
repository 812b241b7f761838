import { BLANK, CLOSER, DIGIT, isAt, isLineBreak, LETTER, LOWER, skipBlanks, trimBlanks } from "./characters.ts";
import {
  closingBracket,
  closingQuote,
  closingSingle,
  isSentenceMark,
  MAX_BRACKET,
  MAX_QUOTATION,
  type Scene,
} from "./scene.ts";
import { goesOn, type Verdict } from "./verdicts.ts";

const IN_BRACKETS = goesOn("inside-brackets");
const QUOTATION = goesOn("whole-quotation");
const OUTCRY = goesOn("exclaimed-quotation");
const MENTIONED = goesOn("mark-mentioned");
const CREDIT = goesOn("credit-in-brackets");
/** How long an exclaimed quotation may be and still be one outcry. */
const MAX_OUTCRY = 400;

/** What brackets and quotations around a candidate say, in every language. */
export function judgeEnclosed(scene: Scene): Verdict | undefined {
  if (isBracketed(scene)) return IN_BRACKETS;
  // `a “?” on paper`: a quotation of nothing but the mark speaks of the mark.
  if (isMentioned(scene)) return MENTIONED;
  if (scene.wholeQuotations && isQuoted(scene)) return QUOTATION;
  return isOutcry(scene) ? OUTCRY : undefined;
}

function isMentioned({ text, quote, bracket, start, mark, end, markEnd }: Scene): boolean {
  // With another mark behind it, the sentence ends after all: `“？”。`
  if (!isAt(text, end - 1, CLOSER) && text.charCodeAt(end - 1) !== 0x22) return false;
  // `[...]`, `(?)`: a bracket of nothing but marks stands for something left out, or for doubt.
  if (bracket >= 0 && bracket === mark - 1 && end > markEnd && bracket >= start) return !hasMark(text, markEnd, end);
  if (quote <= start || quote !== mark - 1 || end === markEnd) return false;
  return isAt(text, trimBlanks(text, quote, start) - 1, LETTER);
}

/** `[...].”`: behind the bracket stands a mark of the sentence's own. */
function hasMark(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isSentenceMark(text.charCodeAt(i)) && text[i] !== ",") return true;
  return false;
}

/** Inside brackets that were opened within the sentence and are closed after the candidate. */
function isBracketed(scene: Scene): boolean {
  if (scene.bracket < 0 || (scene.bracket === scene.start && isRound(scene))) return false;
  const close = closingBracket(scene, scene.mark);
  if (close >= scene.to || close - scene.bracket > MAX_BRACKET) return false;
  // Where the bracket closes right at the candidate, what follows decides; where another one opens first, this one
  // was left open by mistake.
  return close >= scene.end && !opensBefore(scene, close);
}

function opensBefore(scene: Scene, close: number): boolean {
  for (let i = scene.end; i < close; i++) {
    const unit = scene.text.charCodeAt(i);
    if (unit === 0x28 || unit === 0xff08) return true;
  }
  return false;
}

function isRound(scene: Scene): boolean {
  const unit = scene.text.charCodeAt(scene.bracket);
  return unit === 0x28 || unit === 0xff08;
}

function isQuoted(scene: Scene): boolean {
  if (scene.quote < 0) return isSingleQuoted(scene);
  const close = closingQuote(scene, scene.mark);
  return close < scene.to && close >= scene.end && close - scene.quote <= MAX_QUOTATION;
}

const EMBEDDED = goesOn("embedded-quotation");
/** How long a quotation inside a clause may be for its marks to be part of it. */
const MAX_EMBEDDED = 40;

/**
 * `He yelled "Stop! Thief!" and ran`: a short quotation right after a word, after which the sentence goes on in small
 * letters, ends nothing.
 */
export function judgeEmbedded(scene: Scene): Verdict | undefined {
  const { text, quote, start, mark } = scene;
  if (quote <= start || mark - quote > MAX_EMBEDDED) return undefined;
  if (!isAt(text, trimBlanks(text, quote, start) - 1, LETTER)) return undefined;
  const close = closingQuote(scene, mark);
  if (close >= scene.to || close - quote > MAX_EMBEDDED) return undefined;
  return isAt(text, skipBlanks(text, close + 1, scene.to), LOWER) ? EMBEDDED : undefined;
}

function isSingleQuoted(scene: Scene): boolean {
  if (scene.single < 0) return false;
  const close = closingSingle(scene, scene.mark);
  return close < scene.to && close >= scene.end && close - scene.single <= MAX_QUOTATION;
}

/**
 * A quotation in straight marks that begins a sentence, ends in an exclamation and ends the paragraph is one outcry,
 * however many sentences it has.
 */
function isOutcry(scene: Scene): boolean {
  const { text, start } = scene;
  const opening = text.charCodeAt(start);
  if (isResumed(scene)) return isExclaimed(scene, closingQuote(scene, scene.mark));
  if (opening === 0x22 && scene.quote === start) return isExclaimed(scene, closingQuote(scene, scene.mark));
  return opening === 0x27 && isExclaimed(scene, closingSingle(scene, scene.mark));
}

/** `"Well!" thought Ann, "after this …`: a quotation that began the sentence is taken up again after a comma. */
function isResumed({ text, start, quote }: Scene): boolean {
  const opening = text.charCodeAt(start);
  const isSame = quote > start && text.charCodeAt(quote) === opening && (opening === 0x22 || opening === 0x201c);
  return isSame && text.charCodeAt(quote - 1) === 0x20 && text.charCodeAt(quote - 2) === 0x2c;
}

function isExclaimed(scene: Scene, close: number): boolean {
  const { text, start, end, to } = scene;
  if (close >= to || close < end || close - start > MAX_OUTCRY) return false;
  const closing = text.charCodeAt(start) === 0x201c ? 0x201d : text.charCodeAt(start);
  if (text.charCodeAt(close) !== closing || text.charCodeAt(close - 1) !== 0x21) return false;
  const after = skipBlanks(text, close + 1, to);
  return after >= to || (text.charCodeAt(after) === 0x28 && closingBracket(scene, after) >= to - 2);
}

/** The longest note that is taken to the sentence before it. */
const MAX_ASIDE = 60;

/**
 * Korean and Chinese put a note on the sentence before it, in brackets and without a mark of its own: `…했다. (6회 우승)`.
 * The end of that note, or `end`.
 */
export function absorbAside(scene: Scene, end: number): number {
  const { text, to } = scene;
  const open = skipBlanks(text, end, to);
  if (!"(（".includes(text[open] ?? "x")) return end;
  const close = closingBracket(scene, open);
  if (close >= to || close - open > MAX_ASIDE || close === open + 1) return end;
  // `(2)` counts what follows.
  if (/^(?:\d{1,2}|[a-z가-힣一二三四五六七八九十])$/u.test(text.slice(open + 1, close))) return end;
  for (let i = open; i < close; i++) {
    const unit = text.charCodeAt(i);
    if (isSentenceMark(unit) && unit !== 0x2c && !isAt(text, i + 1, LETTER | DIGIT)) return end;
    if (unit === 0x3002 || unit === 0xff01 || unit === 0xff1f || isLineBreak(unit)) return end;
  }
  const after = close + 1;
  return after >= to || isAt(text, after, BLANK) || isAt(text, open - 1, BLANK) === false ? after : end;
}

/** A short note in brackets at the very end, without a mark of its own, belongs to the sentence before: a credit. */
export function judgeAside(scene: Scene): Verdict | undefined {
  const { text, next, to } = scene;
  const open = text[next] ?? "";
  if (!"([（［【".includes(open)) return undefined;
  const close = closingBracket(scene, next);
  let after = close + 1;
  while (after < to && isAt(text, after, BLANK)) after++;
  if (close >= to || after < to || close - next > MAX_BRACKET) return undefined;
  const last = text.charCodeAt(close - 1);
  const isSentence = isSentenceMark(last) || last === 0x3002 || last === 0xff01;
  return isSentence && !afterOutcry(scene) ? undefined : CREDIT;
}

/** `... of the house!' (Which was very likely true.)` */
function afterOutcry(scene: Scene): boolean {
  const { text, start, end, mark } = scene;
  const isQuotation = `'"“`.includes(text[start] ?? "x") && `'"”`.includes(text[end - 1] ?? "x");
  return isQuotation && text.charCodeAt(mark) === 0x21 && (text[start] === "'" || isResumed(scene));
}
