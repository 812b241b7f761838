import { BLANK, DIGIT, HAN, HANGUL, isAt, LETTER, LOWER, OPENER, UPPER } from "../../characters.ts";
import type { Scene } from "../../scene.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import { ABBREVIATIONS } from "./abbreviations.ts";
import type { Context } from "./context.ts";
import { judgeAbbreviation } from "./judge-abbreviation.ts";
import { STARTERS } from "./words.ts";

const INSIDE = goesOn("inside-a-word");
const MISSING_BLANK = ends("missing-blank");
const FULL_WIDTH = ends("other-script-follows");

/** No blank after the mark: a decimal, an address, an abbreviation; or somebody left the blank out. */
export function judgeGlued(context: Context): Verdict {
  const { scene } = context;
  const { text, next } = scene;
  if (isAt(text, next, HAN | HANGUL)) return judgeOtherScript(context);
  const isClosed = scene.end > scene.markEnd;
  const isLoud = text.charCodeAt(scene.mark) !== 0x2e;
  // A click of a Khoisan name, or a mark that opens: `!Kung`.
  if (isLoud && (scene.mark === scene.start || isAt(text, scene.mark - 1, BLANK | OPENER))) return INSIDE;
  const opens = isAt(text, next, OPENER) || (text[next] === '"' && !isClosed);
  if (!isAt(text, next, UPPER) && !opens) return INSIDE;
  if (isAddress(scene, context.beforeStart)) return INSIDE;
  const isRun = scene.markEnd - scene.mark > 1;
  if (opens) return judgeOpener(context);
  if (isClosed || isLoud || isRun) return isWord(scene, next) && !isRun ? MISSING_BLANK : INSIDE;
  return endsWord(context) && isWord(scene, next) ? MISSING_BLANK : INSIDE;
}

/** `J.K.罗琳`: an abbreviation among Han or Hangul ends nothing; a whole word does. */
function judgeOtherScript(context: Context): Verdict {
  const { text, mark, markEnd } = context.scene;
  const isStop = text.charCodeAt(mark) === 0x2e && markEnd - mark === 1;
  return (isStop ? judgeAbbreviation(context) : undefined) ?? FULL_WIDTH;
}

/** `done."Then` and `done.(See` after a full word. */
function judgeOpener(context: Context): Verdict {
  const { scene, before } = context;
  const isBracket = "([{（［".includes(scene.text[scene.next] ?? "x");
  if (isBracket) return INSIDE;
  return before.length > 1 && isAt(scene.text, scene.next + 1, UPPER) ? MISSING_BLANK : INSIDE;
}

/** A word in small letters, or a number with a comma in it (`1,000.That`), that is not short for another. */
function endsWord({ before, scene }: Context): boolean {
  if (ABBREVIATIONS.has(before.toLowerCase())) return false;
  if (/^[\d,]*,\d{3}$/.test(before)) return true;
  if (/^\d+$/.test(before)) return STARTERS.has(wordAt(scene, scene.next).toLowerCase());
  return before.length >= 2 && isAt(before, before.length - 1, LOWER) && !/[.@/\\_:=]/.test(before);
}

/** A capital with small letters after it, or `I` and `A` alone: the beginning of a sentence, not of a domain. */
function isWord(scene: Scene, start: number): boolean {
  const word = wordAt(scene, start);
  if (word === "I" || word === "A") return isAt(scene.text, start + 1, BLANK);
  const after = scene.text[start + word.length] ?? " ";
  if (word.length < 2 || !isAt(word, 1, LOWER)) return false;
  // The capitalised part of a host or file name ends in another full stop or a slash.
  return !(
    "/@_=".includes(after) ||
    (after === "." && isAt(scene.text, start + word.length + 1, LETTER | DIGIT) && !isTitle(word))
  );
}

function isTitle(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase());
}

function wordAt(scene: Scene, start: number): string {
  let end = start;
  while (end < scene.to && end - start < 30 && isAt(scene.text, end, LETTER)) end++;
  return scene.text.slice(start, end);
}

/** The names of hosts and files that end in these have no sentence after the full stop. */
const SUFFIX = /^(?:com|org|net|edu|gov|io|co|uk|info|html?|pdf|docx?|txt|jpe?g|png|js|exe|php|asp)(?![\p{L}\d])/iu;
/** The longest of them and one more. */
const LONGEST_SUFFIX = 6;

/** Whether the word so far is an address: it has a slash, an `@`, or begins with `www`. */
function isAddress(scene: Scene, start: number): boolean {
  const { text, mark, next, to } = scene;
  if (/^www(?:\.|$)|:\/\/|[@/\\_]/i.test(text.slice(start, mark))) return true;
  return SUFFIX.test(text.slice(next, Math.min(to, next + LONGEST_SUFFIX)));
}
