import { BLANK, DIGIT, HAN, HANGUL, isAt, OPENER, skipBlanks, UPPER } from "../../characters.ts";
import { isEmojiAt } from "../../emoji.ts";
import { absorbAside, judgeEnclosed } from "../../enclosure.ts";
import { closingQuote, placeEnd, type Scene, wordStart } from "../../scene.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import { endingStrength, opensAfter } from "./endings.ts";

const ENDING = ends("ending-without-mark");
const EMOTICON = ends("emoticon-ends-sentence");
const WEAK = goesOn("ending-too-weak");
const LAUGHTER = "ㅋㅎㅠㅜ";
const TAIL = "ㅋㅎㅠㅜ^~;♡♥";
/** A sentence without a mark has at least this many code units: less is an interjection. */
const SHORTEST = 4;
/** How long a quotation may be within which endings do not count. */
const MAX_QUOTATION = 300;

/** The code units at which Korean has candidates of its own. */
export const CANDIDATES = `다요죠쥬용여염당음임함됨짐줌줘봐오냐까네지제재군만먼든라대고구어랑아나니유야세려서쇼시삼셈더께게래때돼${TAIL}☆★✨❤\ud83c\ud83d\ud83e`;

/** A Korean ending without a mark, an emoticon, a tilde: looked at where a blank follows. */
export function proposeKorean(scene: Scene, at: number): Verdict | undefined {
  const { text } = scene;
  if (isTail(text, at)) return proposeTail(scene, at);
  if (!isAt(text, at + 1, BLANK) || !mayFollow(text, skipBlanks(text, at + 1, scene.to))) return undefined;
  if (at + 1 - scene.start < SHORTEST) return undefined;
  const strength = endingStrength(text, wordStart(scene, at + 1), at + 1);
  if (strength === undefined || isHeld(scene, at + 1)) return undefined;
  const end = extendTail(scene, at + 1);
  placeEnd(scene, absorbAside(scene, end));
  if (scene.next === scene.end) return undefined;
  // Laughter after a plain ending makes the end sure: `하나도 안 했다 ㅋㅋ 망했다`.
  return opensAfter(scene, at + 1, end > at + 1 ? "sure" : strength) ? ENDING : WEAK;
}

/** What can begin a sentence; a mark cannot, and a tail belongs to the left. */
function mayFollow(text: string, at: number): boolean {
  return isAt(text, at, HANGUL | HAN | UPPER | DIGIT | OPENER) || `"'ㅋㅎㅠㅜ^#@☆★♥♡`.includes(text[at] ?? "x");
}

/** `ㅋㅋ `, `^^ `, `요~ `: laughter ends a sentence by itself, the rest needs an ending before it. */
function proposeTail(scene: Scene, at: number): Verdict | undefined {
  const { text, start } = scene;
  const end = extendTail(scene, at);
  scene.skip = end;
  const unit = text[at] ?? "";
  const isFace = LAUGHTER.includes(unit) || (unit === "^" && text[at + 1] === "^");
  const isEmoji = isEmojiAt(text, at) && isAt(text, at - 1, HANGUL);
  if (end === at || at === start || !isAt(text, end, BLANK)) return undefined;
  if (!isFace && !isEmoji && endingStrength(text, wordStart(scene, at), at) === undefined) return undefined;
  if (isHeld(scene, at)) return undefined;
  placeEnd(scene, absorbAside(scene, end));
  if (scene.next === scene.end) return undefined;
  return opensAfter(scene, at, "sure") ? EMOTICON : WEAK;
}

function isTail(text: string, at: number): boolean {
  return TAIL.includes(text[at] ?? "x") || isEmojiAt(text, at);
}

/** The end of the laughter, faces and tildes after a sentence, with blanks between them. */
export function extendTail(scene: Scene, from: number): number {
  const { text, to } = scene;
  let end = tailEnd(scene, from);
  if (end > from && isAt(text, end, HANGUL)) return from;
  for (;;) {
    const next = skipBlanks(text, end, to);
    const after = next > end && beginsFace(text, next) ? tailEnd(scene, next) : next;
    if (after === next || isAt(text, after, HANGUL)) return end;
    end = after;
  }
}

function tailEnd(scene: Scene, from: number): number {
  let end = from;
  while (end < scene.to && isTail(scene.text, end)) end++;
  return end;
}

/** Laughter, `^^` or an emoji: what belongs to the left even after a blank. */
function beginsFace(text: string, at: number): boolean {
  const unit = text[at] ?? "x";
  return LAUGHTER.includes(unit) || isEmojiAt(text, at) || (unit === "^" && text[at + 1] === "^");
}

/** Inside brackets or an open quotation an ending belongs to what is told there. */
function isHeld(scene: Scene, at: number): boolean {
  scene.mark = at;
  scene.markEnd = at;
  placeEnd(scene, at);
  if (judgeEnclosed(scene) !== undefined) return true;
  if (scene.quote < 0) return false;
  const close = closingQuote(scene, at);
  return close < scene.to && close - scene.quote < MAX_QUOTATION;
}
