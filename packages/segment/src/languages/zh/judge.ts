import { BLANK, DIGIT, HAN, HANGUL, isAt, LETTER, LOWER, OPENER, UPPER } from "../../characters.ts";
import { judgeAside, judgeEnclosed } from "../../enclosure.ts";
import type { Scene } from "../../scene.ts";
import { isEllipsis } from "../../stops.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import { judgeEnglish } from "../en/judge.ts";
import { judgeSaying } from "./judge-saying.ts";
import { endsTalk } from "./particles.ts";

const STOP = ends("wide-mark");
const LOUD = ends("exclamation-or-question");
const HALF_WIDTH = ends("half-width-mark");
const PUNCTUATION = goesOn("punctuation-follows");
const FIGURE = goesOn("inside-a-figure");
const MARKER = goesOn("list-marker");
const PAUSE = goesOn("ellipsis-is-pause");
const ELLIPSIS = ends("ellipsis");
const INSIDE = goesOn("closes-inside-sentence");
const ATTRIBUTED = goesOn("attribution-follows");
/** Marks after which a sentence cannot be over. */
const GOES_ON_BEFORE = "，、；：,;:％%—－~～·)）]］」』”’》】〉";

/** The Chinese rules, in order: the first that knows decides. */
export function judgeChinese(scene: Scene): Verdict {
  const enclosed = judgeEnclosed(scene);
  if (enclosed !== undefined) return enclosed;
  const { text, mark, next } = scene;
  if (closesInside(scene)) return INSIDE;
  if (judgeSaying(scene)) return ATTRIBUTED;
  if (isForeign(scene)) return judgeEnglish(scene);
  if (GOES_ON_BEFORE.includes(text[next] ?? "，")) return PUNCTUATION;
  if (isAt(text, next, OPENER)) {
    const aside = judgeAside(scene);
    if (aside !== undefined) return aside;
  }
  const unit = text.charCodeAt(mark);
  if (isEllipsis(unit) || isDots(scene)) return judgeEllipsis(scene);
  if (unit === 0x2e || unit === 0xff0e) return judgeStop(scene);
  return unit === 0x3002 || unit === 0xff61 ? STOP : LOUD;
}

/** `《走吧！》今天上映`, `（真的！）然后走了`: what was closed here was only a part of the sentence. */
function closesInside(scene: Scene): boolean {
  const { text, markEnd, end, bracket, start } = scene;
  if (end === markEnd) return false;
  const last = text[end - 1] ?? "x";
  // `“走吧！”的喊声`: a particle takes the quotation up.
  if (`"”’」』`.includes(last) && text[end] === "的" && text[end + 1] !== "确" && text[end + 1] !== "確") return true;
  if (`"”’」』`.includes(last) && isTakenUp(scene)) return true;
  return "》〉".includes(last) || (bracket > start && "）)".includes(last));
}

/** Words with which a clause goes on after a quotation that is a part of it: `大喊“不许动！”并开枪`. */
const TAKING_UP =
  /^(?:并|並|等|[后後](?![来來面边邊])|[时時](?![间間而])|之类|之類|一类|一類|这句|這句|这样的|這樣的|一词|一詞|一句|二字|字样|字樣|的|[就便](?![这這那是在]))/;

/** A quotation that a clause led up to without a colon or a comma, and that a word of that clause takes up. */
function isTakenUp({ text, start, quote, end, to }: Scene): boolean {
  if (quote <= start || "：:，,。".includes(text[quote - 1] ?? "：")) return false;
  return TAKING_UP.test(text.slice(end, Math.min(to, end + 4)));
}

/** A half-width mark between foreign words: `Mark T. Lowe`. */
function isForeign({ text, mark, end, next }: Scene): boolean {
  if (text.charCodeAt(mark) > 0x7f || !isAt(text, mark - 1, UPPER | LOWER)) return false;
  return next > end || !isAt(text, next, HAN) || isAt(text, mark - 2, BLANK | OPENER | HAN) || text[mark - 2] === ".";
}

function isDots({ text, mark, markEnd }: Scene): boolean {
  return markEnd - mark > 1 && text.charCodeAt(mark) === 0x2e && text.charCodeAt(mark + 1) === 0x2e;
}

/**
 * An ellipsis ends a sentence only with a closing mark after it, a line break or a particle before it; else it is a
 * pause.
 */
function judgeEllipsis(scene: Scene): Verdict {
  const { text, mark, markEnd, end, next } = scene;
  const last = text[markEnd - 1] ?? "";
  if ("。！？!?".includes(last)) return ELLIPSIS;
  if (end > markEnd) return isQuoteAhead(text, next) ? ELLIPSIS : PAUSE;
  return isQuoteAhead(text, next) || endsTalk(scene, mark) ? ELLIPSIS : PAUSE;
}

function isQuoteAhead(text: string, at: number): boolean {
  return '“「『"‘'.includes(text[at] ?? "x");
}

/** `.` or `．`: a decimal, a list marker, or a full stop typed in half width. */
function judgeStop(scene: Scene): Verdict {
  const { text, mark, start, end, next } = scene;
  if (isAt(text, mark - 1, DIGIT)) {
    if (isMarker(text.slice(start, Math.min(mark, start + 6)), mark - start)) return MARKER;
    if (next === end || isAt(text, next, DIGIT)) return FIGURE;
  }
  if (next === end && !isAt(text, next, HAN | HANGUL | OPENER) && text[next] !== '"') return FIGURE;
  return isAt(text, mark - 1, LETTER | DIGIT) || end > scene.markEnd || isAt(text, mark - 1, BLANK)
    ? HALF_WIDTH
    : FIGURE;
}

function isMarker(head: string, length: number): boolean {
  return length <= 3 && /^\d+$/.test(head);
}
