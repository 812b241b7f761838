import { BLANK, CLOSER, DIGIT, flagsAt, HAN, HANGUL, isAt, LETTER, skipBlanks, UPPER } from "./characters.ts";
import { emojiEnd, isEmojiAt } from "./emoji.ts";
import { isStraight, MAX_QUOTATION, type Scene } from "./scene.ts";
import { isWideMark } from "./stops.ts";

const SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹†‡";
/** The longest note in square brackets that is a reference: `[12]`, `[note 3]`, `[citation needed]`. */
const MAX_REFERENCE = 12;
const REFERENCE_WORDS =
  /^\[(?:note|nb|n|fn|citation|clarification|when|who|which|where|sic|update|주|각주|출처|注|註|来源|來源)/i;

/**
 * The end of what belongs to the left of a boundary: closing brackets and quotation marks, reference marks. `from` is
 * the end of the run of final marks.
 */
export function absorbClosers(scene: Scene, from: number): number {
  let end = from;
  while (end < scene.to) {
    const step = closerLength(scene, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

function closerLength(scene: Scene, at: number): number {
  const { text } = scene;
  const flags = flagsAt(text, at);
  if ((flags & CLOSER) !== 0) return 1;
  if ((flags & (LETTER | BLANK)) !== 0) return spacedQuote(scene, at);
  if ((flags & DIGIT) !== 0) return numberLength(scene, at);
  const character = text[at] ?? "";
  if (character === "<") return closingTag(scene, at);
  if (character === '"' || character === "＂") return closesStraight(scene, at) ? 1 : 0;
  if (character === "'") return closesSingle(scene, at) ? 1 : 0;
  if (character === "[" || character === "［") return referenceLength(scene, at);
  if (character === "*" || character === "_") return emphasisLength(scene, at);
  if (SUPERSCRIPTS.includes(character) || isEmojiAt(text, at)) return 1;
  return isCircled(text.charCodeAt(at)) && endsHere(scene, at + 1) ? 1 : 0;
}

/** A closing tag of markup, such as `</em>`. */
function closingTag(scene: Scene, at: number): number {
  return /^<\/[a-z][a-z0-9]{0,9}>/i.exec(scene.text.slice(at, Math.min(scene.to, at + 14)))?.[0].length ?? 0;
}

/** A straight mark right after the end closes: a blank or another mark follows, or a quotation is open. */
function closesStraight(scene: Scene, at: number): boolean {
  const isHere = endsHere(scene, at + 1);
  if (!isOpen(scene, at)) return isHere && !isWideMark(scene.text.charCodeAt(scene.mark));
  // A typographic mark from an earlier sentence was perhaps never closed: a letter after this one would be its own.
  return isHere || isStraight(scene.text, scene.quote) || scene.quote >= scene.start;
}

function isOpen(scene: Scene, at: number): boolean {
  return scene.quote >= 0 && at - scene.quote < MAX_QUOTATION;
}

/** The single mark closes before a blank too; before Hangul or Han, which are glued to it, where it was opened. */
function closesSingle(scene: Scene, at: number): boolean {
  return endsHere(scene, at + 1) || (scene.single >= 0 && isAt(scene.text, at + 1, HANGUL | HAN));
}

/** Whether the text, a blank, or something that is no letter and no opening mark stands at `at`. */
function endsHere(scene: Scene, at: number): boolean {
  return at >= scene.to || isAt(scene.text, at, BLANK | CLOSER) || `"'.,;:!?-–—…`.includes(scene.text[at] ?? "x");
}

/**
 * A closing straight mark after a blank, as in tokenised text: only where a quotation is open and no new one begins.
 */
function spacedQuote(scene: Scene, at: number): number {
  if (isEmojiAt(scene.text, at + 1) && isAt(scene.text, at, BLANK)) return spacedEmoji(scene, at + 1);
  if (scene.text.charCodeAt(at) === 0x20 && scene.text.charCodeAt(at + 1) === 0x5b) return spacedReference(scene, at);
  if (scene.text.charCodeAt(at) === 0x20 && scene.text.charCodeAt(at + 1) === 0x29) return scene.depth > 0 ? 2 : 0;
  if (scene.text.charCodeAt(at) !== 0x20 || scene.text.charCodeAt(at + 1) !== 0x22) return 0;
  return isOpen(scene, at) && endsHere(scene, at + 2) ? 2 : 0;
}

/** How long an entry of a list of references may be. */
const MAX_ENTRY = 200;

/**
 * `It was never posted. [5] Nobody knew.`: a number in square brackets after a blank, where no list of references is
 * made of such numbers: the sentence before does not begin with one.
 */
function spacedReference(scene: Scene, at: number): number {
  const { text, start, to } = scene;
  if (/(?:^|\s)\[\d/.test(text.slice(Math.max(start, at - MAX_ENTRY), at))) return 0;
  let end = at + 2;
  while (end < to && end - at < MAX_REFERENCE && (isAt(text, end, DIGIT) || ", –-".includes(text[end] ?? "x"))) end++;
  const isNumber = text[end] === "]" && isAt(text, at + 2, DIGIT);
  const after = skipBlanks(text, end + 1, to);
  return isNumber && (after >= to || (after > end + 1 && isAt(text, after, LETTER))) ? end + 1 - at : 0;
}

/** Emoji after a blank belong to the sentence before where a blank follows them. */
function spacedEmoji(scene: Scene, at: number): number {
  const end = Math.min(emojiEnd(scene.text, at), scene.to);
  return end >= scene.to || isAt(scene.text, end, BLANK) ? end - at + 1 : 0;
}

/** `[4]`, `[a]`, `[note 1]`, `[*]`: short, without a final mark, right after the sentence. */
function referenceLength(scene: Scene, at: number): number {
  const close = scene.text[at] === "[" ? "]" : "］";
  const isNamed = REFERENCE_WORDS.test(scene.text.slice(at, at + 16));
  for (let i = at + 1; i < scene.to && i - at <= (isNamed ? 3 * MAX_REFERENCE : MAX_REFERENCE); i++) {
    const character = scene.text[i] ?? "";
    if (character === close) return i - at + 1 + pageLength(scene, i + 1);
    if (".!?\n[".includes(character) || (character === " " && !isNamed)) return 0;
  }
  return 0;
}

/** The page after a reference: `[1]:23`. */
function pageLength(scene: Scene, at: number): number {
  if (scene.text[at] !== ":") return 0;
  let end = at + 1;
  while (end < scene.to && (isAt(scene.text, end, DIGIT) || "-–".includes(scene.text[end] ?? "x"))) end++;
  return end > at + 1 ? end - at : 0;
}

/** A note's number without brackets, set small in print: `(type 2).10 This`, `dropped it.2,3 Today`. */
function numberLength(scene: Scene, at: number): number {
  if (isAt(scene.text, scene.mark - 1, DIGIT | BLANK) || at !== scene.markEnd) return 0;
  let end = at;
  let digits = 0;
  while (end < scene.to && digits <= 3) {
    if (isAt(scene.text, end, DIGIT)) digits++;
    else if (digits > 0 && ",–-".includes(scene.text[end] ?? "x") && isAt(scene.text, end + 1, DIGIT)) digits = 0;
    else break;
    end++;
  }
  const after = skipBlanks(scene.text, end, scene.to);
  return digits <= 3 && after > end && isAt(scene.text, after, UPPER) ? end - at : 0;
}

/** The closing `*` or `_` of an emphasis, which has its opening mark glued to a letter. */
function emphasisLength(scene: Scene, at: number): number {
  let end = at;
  while (end < scene.to && end - at < 3 && scene.text[end] === scene.text[at]) end++;
  return endsHere(scene, end) && !isAt(scene.text, at - 1, BLANK) ? end - at : 0;
}

function isCircled(unit: number): boolean {
  return unit >= 0x2460 && unit <= 0x2473;
}
