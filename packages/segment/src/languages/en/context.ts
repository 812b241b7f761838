import { DIGIT, flagsAt, HAN, HANGUL, isAt, LETTER, LOWER, UPPER } from "../../characters.ts";
import { firstWord, type Scene, wordEnd, wordStart } from "../../scene.ts";

/** What the English rules look at: the words on both sides of a candidate. */
export interface Context {
  readonly scene: Scene;
  /** The word before the mark as written, inner full stops included; empty after a blank or a closing mark. */
  readonly before: string;
  readonly beforeStart: number;
  /** Where the first word after the candidate begins, behind opening marks. */
  readonly afterStart: number;
  /** The letters of that word; empty where it begins with something else. */
  readonly after: string;
  /** The flags of its first character. */
  readonly afterFlags: number;
}

/** Reads the words around the candidate that the scene holds. */
export function readContext(scene: Scene): Context {
  const { text, mark } = scene;
  const beforeStart = wordStart(scene, mark);
  const afterStart = firstWord(scene);
  return {
    scene,
    before: text.slice(beforeStart, mark),
    beforeStart,
    afterStart,
    after: text.slice(afterStart, letters(scene, afterStart)),
    afterFlags: flagsAt(text, afterStart),
  };
}

/** The end of a word with its inner apostrophes: `don't`. */
function letters(scene: Scene, start: number): number {
  const end = wordEnd(scene, start);
  const unit = scene.text.charCodeAt(end);
  const isApostrophe = end > start && (unit === 0x27 || unit === 0x2019) && isAt(scene.text, end + 1, LETTER);
  return isApostrophe ? wordEnd(scene, end + 1) : end;
}

/** The word after, in lower case and with straight apostrophes, as the lists have it. */
export function afterKey(context: Context): string {
  return context.after.toLowerCase().replace("’", "'");
}

/** Whether what follows begins as a sentence does: a capital, a figure, or a script without capitals. */
export function startsLikeSentence(context: Context): boolean {
  return (context.afterFlags & (UPPER | DIGIT | HAN | HANGUL)) !== 0;
}

/** `iPhone`, `eBay`: a small letter with a capital after it, or a longer brand in mixed letters. */
export function isBrand(word: string): boolean {
  return /^[a-z]{1,2}[A-Z]/.test(word);
}

/** The word that ends before `end`, blanks skipped; empty at the sentence's beginning. */
export function wordBefore(scene: Scene, end: number): string {
  let stop = end;
  while (stop > scene.start && scene.text.charCodeAt(stop - 1) === 0x20) stop--;
  return scene.text.slice(wordStart(scene, stop), stop);
}

/** Whether a word is written with a capital first. */
export function isCapitalised(word: string): boolean {
  return isAt(word, 0, UPPER);
}

/** Whether a word holds a small letter. */
export function hasLower(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (isAt(word, i, LOWER)) return true;
  return false;
}
