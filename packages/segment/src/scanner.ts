import { BLANK, DIGIT, HAN, HANGUL, isAt, LETTER, OPENER, skipBlanks, trimBlanks } from "./characters.ts";
import { absorbClosers } from "./closing-marks.ts";
import type { LanguageRules } from "./language-rules.ts";
import { isStraight, MAX_BRACKET, placeEnd, type Scene } from "./scene.ts";
import * as stop from "./stops.ts";
import type { Verdict } from "./verdicts.ts";

/** What is done with each sentence and, where somebody wants to know, with each candidate. */
export interface Sink {
  readonly sentence: (start: number, end: number) => void;
  readonly candidate?: (offset: number, verdict: Verdict) => void;
  /** Whether a boundary here would cut something that the user keeps together. */
  readonly isKept?: (end: number, next: number) => boolean;
}

interface Run {
  readonly scene: Scene;
  readonly rules: LanguageRules;
  readonly sink: Sink;
}

/**
 * Goes once over a stretch of text and looks closer only at the marks of `rules.stops`: linear, and nothing is made
 * for the characters between.
 */
export function scan(scene: Scene, rules: LanguageRules, sink: Sink): void {
  const run: Run = { scene, rules, sink };
  const { text, to } = scene;
  const { stops } = rules;
  scene.start = skipBlanks(text, scene.from, to);
  let at = scene.start;
  while (at < to) {
    const action = stops[text.charCodeAt(at)];
    if (action === 0) at++;
    else if (action === stop.MARK) at = visitMark(run, at);
    else if (action === stop.EXTRA) at = visitExtra(run, at);
    else at = visitPair(run, at);
  }
  const end = trimBlanks(text, to, scene.start);
  if (end > scene.start) sink.sentence(scene.start, end);
}

/** A stretch of a text. */
type Stretch = Pick<Scene, "text" | "from" | "to">;

/**
 * A new scene for a stretch of text, with nothing open. Made in one piece: one put together from two outlives its use.
 */
export function openScene(
  { text, from, to }: Stretch,
  { wholeQuotations, abbreviations }: Pick<Scene, "wholeQuotations" | "abbreviations">,
): Scene {
  return {
    text,
    from,
    to,
    wholeQuotations,
    abbreviations,
    start: from,
    mark: from,
    markEnd: from,
    end: from,
    next: from,
    quote: -1,
    single: -1,
    bracket: -1,
    depth: 0,
    skip: from,
    item: "",
    bracketClose: -1,
    quoteClose: -1,
    singleClose: -1,
  };
}

function visitMark({ scene, rules, sink }: Run, at: number): number {
  scene.mark = at;
  scene.markEnd = runEnd(scene, rules, at);
  let end = absorbClosers(scene, scene.markEnd);
  // `“Yes!”.`: a second run of marks after the closing ones belongs to the first.
  while (end > scene.markEnd && end < scene.to && rules.stops[scene.text.charCodeAt(end)] === stop.MARK) {
    end = absorbClosers(scene, runEnd(scene, rules, end));
  }
  if (rules.extend !== undefined) end = rules.extend(scene, end);
  placeEnd(scene, end);
  if (scene.next >= scene.to) return scene.to;
  const verdict = rules.judge(scene);
  for (let i = scene.markEnd; i < scene.end; i++) notePair(scene, rules.stops[scene.text.charCodeAt(i)], i);
  return conclude(scene, sink, verdict);
}

/** The run of final marks from `at` on: `?!`, `...`, `. . .`, `! ! !`. */
function runEnd(scene: Scene, rules: LanguageRules, at: number): number {
  const { text, to } = scene;
  let end = at + 1;
  for (;;) {
    while (end < to && rules.stops[text.charCodeAt(end)] === stop.MARK) end++;
    const next = end + 1;
    const isSpaced = text.charCodeAt(end) === 0x20 && text.charCodeAt(next) === text.charCodeAt(at) && next < to;
    if (!isSpaced || (isAt(text, next + 1, LETTER) && !stop.isWideMark(text.charCodeAt(at)))) return end;
    end = next + 1;
  }
}

function visitExtra({ scene, rules, sink }: Run, at: number): number {
  const verdict = rules.propose?.(scene, at);
  if (verdict === undefined) return Math.max(at + 1, scene.skip);
  const before = scene.start;
  const next = conclude(scene, sink, verdict);
  // A boundary before what was looked at leaves that to be looked at again, as a beginning.
  return scene.start > before ? next : Math.max(at + 1, next);
}

/** Ends the sentence or does not; the answer is where the scan goes on. */
function conclude(scene: Scene, sink: Sink, verdict: Verdict): number {
  const { end, next } = scene;
  if (next >= scene.to) return next;
  const isKept = verdict.isBoundary && sink.isKept?.(end, next) === true;
  const final = isKept ? KEPT : verdict;
  sink.candidate?.(end, final);
  if (!final.isBoundary) return Math.max(end, scene.markEnd);
  sink.sentence(scene.start, end);
  scene.start = next;
  // A bracket that stands open over a boundary was no bracket, or it was opened with the sentence.
  scene.bracket = -1;
  scene.depth = 0;
  return next;
}

const KEPT: Verdict = { rule: "kept-together", isBoundary: false };

function visitPair(run: Run, at: number): number {
  const { scene, rules } = run;
  const action = rules.stops[scene.text.charCodeAt(at)];
  if (action === stop.CLOSE_BRACKET && scene.depth === 0) return visitExtra(run, at);
  const isOpen = scene.quote >= 0;
  const isWhole = action === stop.CLOSE_BRACKET && scene.bracket === scene.start;
  notePair(scene, action, at);
  if (isWhole && scene.depth === 0) return visitExtra(run, at);
  // A quotation that a dash breaks off has no mark; the language says what that means.
  const isBrokenOff = isOpen && scene.quote < 0 && "—–-".includes(scene.text[at - 1] ?? "x");
  return isBrokenOff ? visitExtra(run, at) : at + 1;
}

function notePair(scene: Scene, action: number | undefined, at: number): void {
  if (action === stop.OPEN_QUOTE) {
    // Inside an open quotation an opening mark before a blank or a comma was typed for a closing one.
    const isMistyped = scene.quote >= 0 && (isStraight(scene.text, scene.quote) || isAfterOpening(scene, at + 1));
    if (isMistyped) scene.quote = -1;
    else if (scene.quote < 0) scene.quote = at;
  } else if (action === stop.CLOSE_QUOTE) scene.quote = -1;
  else if (action === stop.STRAIGHT_SINGLE) noteSingle(scene, at);
  else if (action === stop.STRAIGHT_QUOTE) noteStraight(scene, at);
  else if (action === stop.OPEN_BRACKET) openBracket(scene, at);
  else if (action === stop.CLOSE_BRACKET && scene.depth > 0) {
    scene.depth--;
    if (scene.depth === 0) scene.bracket = -1;
  }
}

/**
 * A single mark opens before a letter and after a blank or an opening mark, and closes before anything but a letter.
 */
function noteSingle(scene: Scene, at: number): void {
  const { text } = scene;
  if (isAt(text, at + 1, LETTER | DIGIT) && (at === scene.from || isAt(text, at - 1, BLANK | OPENER)))
    scene.single = at;
  else if (!isAt(text, at + 1, LETTER & ~(HAN | HANGUL))) scene.single = -1;
}

function isAfterOpening(scene: Scene, at: number): boolean {
  return at >= scene.to || isAt(scene.text, at, BLANK) || "，。,.：:".includes(scene.text[at] ?? "x");
}

/** The direction of a straight mark: by the blanks at its sides, and where they do not tell, by turns. */
function noteStraight(scene: Scene, at: number): void {
  const { text } = scene;
  const blankBefore = at <= scene.from || isAt(text, at - 1, BLANK);
  const blankAfter = at + 1 >= scene.to || isAt(text, at + 1, BLANK) || isStraight(text, at + 1);
  const opens = blankBefore === blankAfter ? scene.quote < 0 : blankBefore;
  scene.quote = opens ? at : -1;
}

function openBracket(scene: Scene, at: number): void {
  if (scene.depth > 0 && at - scene.bracket > MAX_BRACKET) scene.depth = 0;
  if (scene.depth === 0) scene.bracket = at;
  scene.depth++;
}
