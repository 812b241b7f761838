import { BLANK, CLOSER, DIGIT, HAN, HANGUL, isAt, LETTER, LOWER, OPENER, UPPER } from "../../characters.ts";
import { judgeAside, judgeEnclosed } from "../../enclosure.ts";
import { firstWord, type Scene, wordEnd } from "../../scene.ts";
import { isEllipsis } from "../../stops.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import { judgeEnglish } from "../en/judge.ts";
import { following, proposeItem } from "../en/list-items.ts";
import { isAttribution } from "./attribution.ts";
import { endsClause } from "./endings.ts";
import { isQuotingWord, isThought } from "./quoting.ts";

const STOP = ends("full-stop");
const LOUD = ends("exclamation-or-question");
const MISSING_BLANK = ends("missing-blank");
const PARTICLE = goesOn("particle-after-quotation");
const QUOTING = goesOn("quoting-word-follows");
const ATTRIBUTION = goesOn("attribution-follows");
const PUNCTUATION = goesOn("punctuation-follows");
const FIGURE = goesOn("inside-a-figure");
const MARKER = goesOn("list-marker");
const INSIDE = goesOn("inside-a-word");
const INITIAL = goesOn("initial");
const PAUSE = goesOn("ellipsis-is-pause");
const ELLIPSIS = ends("ellipsis");

/** The Korean rules, in order: the first that knows decides. */
export function judgeKorean(scene: Scene): Verdict {
  const enclosed = judgeEnclosed(scene);
  if (enclosed !== undefined) return enclosed;
  const { text, mark, next, end } = scene;
  if (",，;:)]}·/%&~".includes(text[next] ?? ",")) return PUNCTUATION;
  const particle = judgeParticle(scene);
  if (particle !== undefined) return particle;
  if (isAt(text, next, OPENER)) {
    const aside = judgeAside(scene);
    if (aside !== undefined) return aside;
  }
  if (isForeign(scene)) return judgeForeign(scene);
  const unit = text.charCodeAt(mark);
  if (isEllipsis(unit) || isDots(scene)) return judgeEllipsis(scene);
  if (unit === 0x2e) return judgeStop(scene);
  if (isThought(text, next)) return QUOTING;
  return next === end && !isAt(text, next, LETTER | DIGIT | OPENER) && text[next] !== '"' ? INSIDE : LOUD;
}

/** `“…했다.”라고`, `“…합니다.” 고 말했다`: a quotation with its particle is part of the sentence around it. */
function judgeParticle(scene: Scene): Verdict | undefined {
  const { text, markEnd, end, next } = scene;
  if (
    scene.quote >= 0 &&
    `"”`.includes(text[next] ?? "x") &&
    isQuotingWord(text.slice(next + 1, wordEnd(scene, next + 1)))
  ) {
    return QUOTING;
  }
  if (end === markEnd || !isAt(text, end - 1, CLOSER) === !`"'`.includes(text[end - 1] ?? "x")) return undefined;
  if (!isAt(text, next, HANGUL)) return undefined;
  const word = text.slice(next, wordEnd(scene, next));
  if (next === end) return isGluedParticle(word) ? PARTICLE : undefined;
  if (isQuotingWord(word)) return QUOTING;
  return isAttribution(scene) ? ATTRIBUTION : undefined;
}

/** Right after the closing mark every syllable is a particle, save where a new sentence was typed without a blank. */
function isGluedParticle(word: string): boolean {
  return !["그", "이", "하지만", "그러나", "그리고", "또"].includes(word) || word === "이";
}

/** A half-width mark after a Latin letter. */
function isForeign({ text, mark }: Scene): boolean {
  return isAt(text, mark - 1, UPPER | LOWER) && text.charCodeAt(mark) < 0x80;
}

function judgeForeign(scene: Scene): Verdict {
  const { text, mark, next, markEnd } = scene;
  const isSingle = !isAt(text, mark - 2, LETTER | DIGIT);
  const isInitial = isSingle && text[mark] === "." && markEnd - mark === 1;
  if (isInitial && isAt(text, firstWord(scene), HANGUL | HAN)) return INITIAL;
  if (next === scene.end && isAt(text, next, HANGUL)) return isAt(text, mark - 1, UPPER) ? INSIDE : MISSING_BLANK;
  return judgeEnglish(scene);
}

/** Syllables that count the items of a list: `가. 나. 다.` */
const LIST_SYLLABLES = "가나다라마바사";

/** Syllables glued to an ellipsis or a bracket that take up what stands before: `…는 것은`. */
const GLUED = /^(?:는|은|라는|라고|고|며|라며|라|란|이라는|을|를|이|가|와|과|의|에|도)(?:\s|$)/;

function isDots({ text, mark }: Scene): boolean {
  return text.charCodeAt(mark) === 0x2e && text.charCodeAt(mark + 1) === 0x2e;
}

/** Dots after an ending are an end; after anything else they are a pause. */
function judgeEllipsis(scene: Scene): Verdict {
  const { text, mark, markEnd, end, next } = scene;
  const last = text[markEnd - 1] ?? "";
  if (last === "!" || last === "?") return LOUD;
  if (next === end && GLUED.test(text.slice(next, next + 6))) return PAUSE;
  if (next === end && end === markEnd && isAt(text, next, HANGUL) && !endsClause(text, mark)) return PAUSE;
  return endsClause(text, mark) || end > markEnd ? ELLIPSIS : PAUSE;
}

function judgeStop(scene: Scene): Verdict {
  const { text, mark, start, end, next } = scene;
  if (isAt(text, mark - 1, DIGIT)) return judgeFigure(scene);
  if (mark - start === 1 && LIST_SYLLABLES.includes(text[start] ?? "x") && next > end) return syllableMarker(scene);
  if (next > end && scene.item !== "" && text[mark - 1] === scene.item) {
    const item = proposeItem(scene, mark);
    if (item !== undefined) return withNextSyllable(scene, item);
  }
  if (next > end) return STOP;
  if (isAt(text, next, BLANK)) return STOP;
  if (end > scene.markEnd) return MISSING_BLANK;
  const follows = isAt(text, next, HANGUL | HAN | OPENER | UPPER | DIGIT) || `"'`.includes(text[next] ?? "x");
  return follows && endsClause(text, mark) ? MISSING_BLANK : INSIDE;
}

/** `가.` begins a list; the next item in the same line will be `나.` */
function syllableMarker(scene: Scene): Verdict {
  scene.item = syllableAfter(scene.text[scene.start] ?? "");
  return MARKER;
}

function withNextSyllable(scene: Scene, item: Verdict): Verdict {
  scene.item = syllableAfter(scene.text[scene.next] ?? "");
  return item;
}

function syllableAfter(syllable: string): string {
  return LIST_SYLLABLES[LIST_SYLLABLES.indexOf(syllable) + 1] ?? "";
}

/** `1.` begins a list; the next item in the same line will be `2.`. */
function listMarker(scene: Scene): Verdict {
  scene.item = following(scene.text.slice(scene.start, scene.mark));
  return MARKER;
}

/** `3.5`, `2020. 2. 20.`, `1. 서론`: a full stop after a figure ends a sentence only before a capital or a quotation. */
function judgeFigure(scene: Scene): Verdict {
  const { text, mark, start, end, next } = scene;
  if (next === end || isAt(text, next, DIGIT)) return FIGURE;
  if (mark - start <= 3) return listMarker(scene);
  const item = proposeItem(scene, mark);
  if (item !== undefined) return item;
  const figure = text.slice(Math.max(start, mark - 12), mark);
  if (/\d{4}\.\d{1,2}\.\d{1,2}$/.test(figure)) return FIGURE;
  return /\.\s?\d{1,2}$/.test(figure) && !/\d\.\d+$/.test(figure) ? FIGURE : STOP;
}
