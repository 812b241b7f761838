import { BLANK, CLOSER, DIGIT, isAt, LETTER, LOWER, OPENER, skipBlanks, trimBlanks, UPPER } from "../../characters.ts";
import { emojiEnd, isEmojiAt } from "../../emoji.ts";
import { placeEnd, type Scene, wordEnd, wordStart } from "../../scene.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import { proposeItem } from "./list-items.ts";
import { SAYING, STARTERS } from "./words.ts";

const STAMP = ends("time-stamp");
const RULE = ends("line-of-marks");
const EMOTICON = ends("emoticon-ends-sentence");
const NOTE = ends("note-in-brackets");
const CUT_SHORT = ends("quotation-cut-short");
const MIDDLE = goesOn("emoticon-inside");
/** The code units at which English has candidates of its own. */
export const CANDIDATES = ":;*=_~#-\ud83c\ud83d\ud83e";
const HYPHEN = 0x2d;
const COLON = 0x3a;
const RULES = "*=_~#-";
const EMOTICON_SHAPE = /^[:;=]['’]?-?[)(\]DPpO3|/\\*]+/;
/** Before a stamp these show that it is part of what is said: `on 03/04/2001 10:15 AM`. */
const LEADING = new Set(["on", "at", "by", "from", "since", "until", "before", "after", "of", "dated", "and", "to"]);

/** An emoticon, a time stamp, a line of marks, the next item of a list, a quotation that breaks off. */
export function proposeEnglish(scene: Scene, at: number): Verdict | undefined {
  const { text } = scene;
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  // Hyphens and colons are frequent, so what they are not is seen first.
  if (unit === HYPHEN) return next === HYPHEN ? proposeRule(scene, at) : undefined;
  if (unit === COLON && isAt(text, at + 1, BLANK)) return undefined;
  if (unit === COLON) return proposeStamp(scene, at) ?? proposeEmoticon(scene, at);
  if (unit === 0x29) return proposeItem(scene, at) ?? proposeNote(scene, at);
  if (unit === 0x5d) return proposeNote(scene, at);
  if (unit === 0x3b) return proposeEmoticon(scene, at);
  if (RULES.includes(text[at] ?? "x")) return proposeRule(scene, at) ?? proposeEmoticon(scene, at);
  if (isEmojiAt(text, at)) return proposeEmoji(scene, at);
  return unit === 0x22 || unit === 0x201d ? proposeCut(scene, at) : undefined;
}

/** `(BBC) The council`, `[Laughter] Thank you`: a note in brackets that begins a sentence, and then a capital. */
function proposeNote(scene: Scene, at: number): Verdict | undefined {
  const { text, start } = scene;
  if (
    !"([".includes(text[start] ?? "x") ||
    !/^\p{Lu}[\p{L} .:'’-]{2,60}$/u.test(text.slice(start + 1, Math.min(at, start + 70)))
  ) {
    return undefined;
  }
  placeEnd(scene, at + 1);
  return scene.next > scene.end && isAt(text, scene.next, UPPER | OPENER) ? NOTE : undefined;
}

/** `“I was only—” “Enough.”`: a quotation that a dash breaks off, and then another. */
function proposeCut(scene: Scene, at: number): Verdict | undefined {
  placeEnd(scene, at + 1);
  const { text, next, end } = scene;
  if (next === end) return undefined;
  if (`“"`.includes(text[next] ?? "x")) return isAt(text, next + 1, LETTER) ? CUT_SHORT : undefined;
  const word = text.slice(next, wordEnd(scene, next));
  const verb = text.slice(next + word.length + 1, wordEnd(scene, next + word.length + 1));
  const isNew = isAt(text, next, UPPER) && word !== "I" && STARTERS.has(word.toLowerCase()) && !SAYING.has(verb);
  return isNew ? CUT_SHORT : undefined;
}

/** A face of marks after a word: it ends the sentence where a capital follows. */
function proposeEmoticon(scene: Scene, at: number): Verdict | undefined {
  const { text, to } = scene;
  if (!isAt(text, at - 1, BLANK | DIGIT | LETTER | CLOSER)) return undefined;
  const face = EMOTICON_SHAPE.exec(text.slice(at, Math.min(to, at + 5)));
  const end = at + (face?.[0].length ?? 0);
  if (face === null || (end < to && !isAt(text, end, BLANK))) return undefined;
  return endsAtFace(scene, end);
}

function proposeEmoji(scene: Scene, at: number): Verdict | undefined {
  const end = Math.min(emojiEnd(scene.text, at), scene.to);
  scene.skip = end;
  return isAt(scene.text, end, BLANK) && at > scene.start ? endsAtFace(scene, end) : undefined;
}

function endsAtFace(scene: Scene, end: number): Verdict {
  placeEnd(scene, end);
  const isLowerText = isAt(scene.text, scene.start, LOWER) && isAt(scene.text, scene.next, LOWER);
  return isLowerText || isAt(scene.text, scene.next, UPPER | OPENER) ? EMOTICON : MIDDLE;
}

/** `*** `, `_____ `, `==== `: a line of marks stands by itself. */
function proposeRule(scene: Scene, at: number): Verdict | undefined {
  const { text, to } = scene;
  let end = at + 1;
  while (end < to && text.charCodeAt(end) === text.charCodeAt(at)) end++;
  scene.skip = end;
  const isLong = end - at >= (text[at] === "-" ? 5 : 3);
  if (!isLong || (end < to && !isAt(text, end, BLANK)) || (at > scene.start && !isAt(text, at - 1, BLANK)))
    return undefined;
  return standsAlone(scene, at, end) ? RULE : undefined;
}

/** Ends the sentence before what stands at `[from, to)`, or, where the sentence begins there, after it. */
function standsAlone(scene: Scene, from: number, to: number): boolean {
  if (from === scene.start) {
    placeEnd(scene, to);
    return true;
  }
  scene.end = trimBlanks(scene.text, from, scene.start);
  scene.next = from;
  return scene.end > scene.start;
}

/** Date and time as a mail program writes them: `03/04/2001 10:15 AM` stands by itself. */
function proposeStamp(scene: Scene, at: number): Verdict | undefined {
  const { text, to } = scene;
  if (!isAt(text, at - 1, DIGIT) || !isAt(text, at + 1, DIGIT)) return undefined;
  const before = /\d{1,4}[/-]\d{1,2}[/-]\d{2,4},? \d{1,2}$/.exec(text.slice(Math.max(scene.start, at - 16), at));
  const after = /^:\d{2}(?::\d{2})?(?: ?[AP]M)?(?=\s|$)/.exec(text.slice(at, Math.min(to, at + 12)));
  if (before === null || after === null) return undefined;
  const from = at - before[0].length;
  const end = at + after[0].length;
  scene.skip = end;
  if (from > scene.start && LEADING.has(previousWord(scene, from))) return afterStamp(scene, end);
  return standsAlone(scene, from, end) ? STAMP : undefined;
}

function afterStamp(scene: Scene, end: number): Verdict | undefined {
  placeEnd(scene, end);
  return isAt(scene.text, scene.next, UPPER) ? STAMP : undefined;
}

function previousWord(scene: Scene, from: number): string {
  const end = trimBlanks(scene.text, from, scene.start);
  return scene.text.slice(wordStart(scene, end), end).toLowerCase();
}

/** Takes an emoticon into the sentence that a mark before it has ended: `Great! :)`. */
export function extendEnglish(scene: Scene, end: number): number {
  const { text, to } = scene;
  const at = skipBlanks(text, end, to);
  if (at === end || !":;=".includes(text[at] ?? "x")) return end;
  const face = EMOTICON_SHAPE.exec(text.slice(at, Math.min(to, at + 5)));
  if (face === null) return end;
  const after = at + face[0].length;
  return after >= to || isAt(text, after, BLANK) ? after : end;
}
