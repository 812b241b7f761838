import { BLANK, isAt, LOWER, OPENER, UPPER } from "../../characters.ts";
import { judgeAside, judgeEmbedded, judgeEnclosed } from "../../enclosure.ts";
import { isGlued, type Scene } from "../../scene.ts";
import { isEllipsis, isWideMark } from "../../stops.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import {
  afterKey,
  type Context,
  hasLower,
  isBrand,
  isCapitalised,
  readContext,
  startsLikeSentence,
} from "./context.ts";
import { judgeAbbreviation } from "./judge-abbreviation.ts";
import { judgeAttribution } from "./judge-attribution.ts";
import { judgeGlued } from "./judge-glued.ts";
import { isListMarker, proposeItem } from "./list-items.ts";
import { CONTINUING, HESITANT, INTERJECTIONS, MARKED_NAMES, PREDICATES, SHORT_WORDS, STARTERS } from "./words.ts";

const STOP = ends("full-stop");
const EXCLAMATION = ends("exclamation-or-question");
const WIDE = ends("wide-mark");
const LOWER_AFTER = goesOn("small-letter-follows");
const LOWER_START = ends("sentence-in-small-letters");
const BRAND = ends("brand-in-small-letters");
const PUNCTUATION = goesOn("punctuation-follows");
const DASH = goesOn("dash-follows");
const PAUSE = goesOn("ellipsis-is-pause");
const ELLIPSIS = ends("ellipsis");
const MARKER = goesOn("list-marker");
const MARKED_NAME = goesOn("name-with-mark");

/** The English rules, in order: the first that knows decides. */
export function judgeEnglish(scene: Scene): Verdict {
  const enclosed = judgeEnclosed(scene) ?? judgeEmbedded(scene);
  if (enclosed !== undefined) return enclosed;
  const context = readContext(scene);
  const unit = scene.text.charCodeAt(scene.mark);
  if (isWideMark(unit)) return (context.afterFlags & LOWER) === 0 ? WIDE : LOWER_AFTER;
  if (isGlued(scene)) return judgeGlued(context);
  const follows = judgePunctuation(context);
  if (follows !== undefined) return follows;
  const isRun = scene.markEnd - scene.mark > 1;
  if (isEllipsis(unit) || (unit === 0x2e && isRun && !hasOther(scene))) return judgeEllipsis(context);
  if (unit === 0x2e && !isRun) return judgeStop(context);
  return judgeLoud(context);
}

function hasOther(scene: Scene): boolean {
  for (let i = scene.mark; i < scene.markEnd; i++) {
    const unit = scene.text.charCodeAt(i);
    if (unit === 0x21 || unit === 0x3f) return true;
  }
  return false;
}

/** Marks that show that the sentence is not over, whatever stands before them. */
function judgePunctuation(context: Context): Verdict | undefined {
  const { scene } = context;
  const { text, next } = scene;
  const unit = text[next] ?? "";
  if (",;:)]}%&+=/\\".includes(unit)) return PUNCTUATION;
  if (unit === "–" || unit === "—" || unit === "-") return judgeDash(scene);
  return isAt(text, next, OPENER) ? judgeAside(scene) : undefined;
}

/** `-- if I may say so? -- a bit`: a dash with a small letter after it goes on. */
function judgeDash(scene: Scene): Verdict | undefined {
  let index = scene.next;
  while (index < scene.to && (isAt(scene.text, index, BLANK) || "-–—".includes(scene.text[index] ?? ""))) index++;
  return isAt(scene.text, index, LOWER) ? DASH : undefined;
}

function judgeStop(context: Context): Verdict {
  if (isListMarker(context)) return MARKER;
  const item = proposeItem(context.scene, context.scene.mark);
  if (item !== undefined) return item;
  return judgeAbbreviation(context) ?? judgePlain(context, STOP);
}

/** A mark after an ordinary word: what follows decides. */
function judgePlain(context: Context, verdict: Verdict): Verdict {
  if ((context.afterFlags & LOWER) === 0) return verdict;
  if (isBrand(context.after)) return BRAND;
  if (context.scene.end > context.scene.markEnd) return LOWER_AFTER;
  return beginsInLower(context) ? LOWER_START : LOWER_AFTER;
}

/** Typed without capitals: a full word before, and after it an address or a word that begins sentences. */
function beginsInLower(context: Context): boolean {
  const { scene, before, after } = context;
  if (before.length === 1 && before !== ")") return false;
  if (after === "http" || after === "https" || after === "www") return true;
  // Whoever began this sentence with a small letter will begin the next with one.
  if (isAt(scene.text, scene.start, LOWER)) return true;
  const isLoud = scene.text.charCodeAt(scene.mark) !== 0x2e;
  if (isLoud && INTERJECTIONS.has(before.toLowerCase())) return false;
  const isWord = before.length > 3 || STARTERS.has(before) || SHORT_WORDS.has(before);
  return (isLoud || isWord) && !CONTINUING.has(after);
}

function judgeLoud(context: Context): Verdict {
  if (MARKED_NAMES.has(context.before.toLowerCase()) && !beginsAnew(context)) return MARKED_NAME;
  if (isMarkedTitle(context)) return MARKED_NAME;
  const attribution = judgeAttribution(context);
  if (attribution !== undefined) return attribution;
  return judgePlain(context, EXCLAMATION);
}

/** `Her album Run! was released`: a name in the middle of a careful sentence, and then its verb in small letters. */
function isMarkedTitle({ scene, before, beforeStart, after }: Context): boolean {
  const isName = beforeStart > scene.start && isCapitalised(before) && hasLower(before);
  return isName && scene.markEnd - scene.mark === 1 && isAt(scene.text, scene.start, UPPER) && PREDICATES.has(after);
}

function beginsAnew(context: Context): boolean {
  return (context.afterFlags & UPPER) !== 0 && STARTERS.has(afterKey(context));
}

/** Three dots are a pause or an end: a capital after glued dots is an end, after dots between blanks it is none. */
function judgeEllipsis(context: Context): Verdict {
  const { scene } = context;
  if (opensSentence(scene)) return PAUSE;
  const attribution = judgeAttribution(context);
  if (attribution !== undefined) return attribution;
  if (!startsLikeSentence(context) || HESITANT.has(context.before.toLowerCase())) return PAUSE;
  const dots = scene.text.slice(scene.mark, scene.markEnd).replaceAll(" ", "").length;
  const isSpaced = isAt(scene.text, scene.mark - 1, BLANK) && scene.end === scene.markEnd;
  return isSpaced && dots <= 3 && !beginsTopic(context) ? PAUSE : ELLIPSIS;
}

/** `… And that was that.`, `“… Maybe.”`: dots before which nothing has been said lead up to what follows. */
function opensSentence({ text, start, mark, markEnd, end }: Scene): boolean {
  return end === markEnd && !/[\p{L}\p{N}]/u.test(text.slice(start, mark));
}

/** After a spaced pause `I` goes on (`Well, I ... I do`), another word that begins sentences begins one. */
function beginsTopic(context: Context): boolean {
  return !/^I(?:['’]|$)/.test(context.after) && beginsAnew(context);
}
