import { DIGIT, HAN, HANGUL, LETTER, LOWER, UPPER } from "../../characters.ts";
import { ends, goesOn, type Verdict } from "../../verdicts.ts";
import { ABBREVIATIONS, type AbbreviationKind, BOUND_TITLES, ONLY_COUNTED, WORDS_TOO } from "./abbreviations.ts";
import { afterKey, type Context, hasLower, isCapitalised, wordBefore } from "./context.ts";
import { BEFORE_PRONOUN, LETTER_NOUNS, STARTERS, TIME_WORDS } from "./words.ts";

const OWN = goesOn("own-abbreviation");
const TITLE = goesOn("title");
const NUMBER = goesOn("abbreviation-before-number");
const LATIN = goesOn("latin-abbreviation");
const INSIDE = goesOn("abbreviation-inside");
const NAME = goesOn("abbreviation-in-name");
const LAST = ends("abbreviation-ends-sentence");
const INITIAL = goesOn("initial");
const ACRONYM = goesOn("acronym-in-name");
const ACRONYM_LAST = ends("acronym-ends-sentence");
const TIME = goesOn("time-of-day");
const TIME_LAST = ends("time-ends-sentence");
const LETTER_LAST = ends("letter-ends-sentence");
const UNITS: ReadonlySet<string> = new Set([
  "km",
  "cm",
  "mm",
  "kg",
  "mg",
  "ml",
  "lb",
  "lbs",
  "ft",
  "hr",
  "hrs",
  "mph",
  "kb",
  "mb",
]);
/** What stands before the time where a sentence begins with it: `9`, `At 9`; but `It's 4` has said something. */
const OPENS_WITH_TIME = /^(?:(?:at|by|around|about|before|after|until|till|since|from|approximately|circa) )?[\d:.]*$/i;
/** Measures that are written with a full stop; after a figure a small letter shows that the sentence goes on. */
const MEASURES: ReadonlySet<string> = new Set(
  "in ft yd yds mi sq cu tsp tbsp tbsps oz lb lbs pt pts qt qts gal gals c sec secs min mins hr hrs wk wks mo mos yr yrs".split(
    " ",
  ),
);
const MEASURE = goesOn("measure");
const MEASURE_LAST = ends("measure-ends-sentence");
/** Before the figure: the measure belongs to a noun that is still to come. */
const ATTRIBUTIVE = /(?:^|\s)(?:the|a|an|each|every|its|his|her|their)\s\S{1,6}\s$/i;
const FIGURE_SHAPE = /(?:\d|[½¼¾⅓⅔⅛])$/;
const ROMAN = /^[IVXLC]+$/;
const ACRONYM_SHAPE = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

/** The rules for a single full stop after a word that may be short for another; undefined where it is not. */
export function judgeAbbreviation(context: Context): Verdict | undefined {
  const word = bare(context.before);
  const key = word.toLowerCase();
  if (key === "") return undefined;
  if (context.scene.abbreviations.has(key)) return OWN;
  const isMeasure = MEASURES.has(key) && (context.afterFlags & LETTER) !== 0;
  if (isMeasure && FIGURE_SHAPE.test(wordBefore(context.scene, context.beforeStart))) return judgeMeasure(context);
  const kind = kindOf(word, context);
  if (kind !== undefined && !(key === "v" && isStarter(context))) return judgeKind(kind, key, context);
  if (key.length === 1) return judgeLetter(context);
  if ((context.afterFlags & DIGIT) !== 0 && isVowelless(context.before)) return NUMBER;
  return ACRONYM_SHAPE.test(key) ? judgeAcronym(key, context) : undefined;
}

/** Two small letters or more without a vowel are short for something: `chr. 7`; of the rest only units are whole. */
function isVowelless(word: string): boolean {
  return /^[BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz][bcdfghjklmnpqrstvwxz]{1,3}$/.test(word) && !UNITS.has(word);
}

/** The word without what opens it or joins it to another: `Rothschild/Inc` → `Inc`, `ex-Gov` → `Gov`. */
function bare(word: string): string {
  const last = word.slice(word.lastIndexOf("-") + 1);
  if (isCapitalised(last) && ABBREVIATIONS.get(last.toLowerCase()) === "title") return last;
  for (let i = word.length - 1; i >= 0; i--) if ("/—–&".includes(word[i] ?? "x")) return word.slice(i + 1);
  return word;
}

function kindOf(word: string, context: Context): AbbreviationKind | undefined {
  const key = word.toLowerCase();
  const kind = ABBREVIATIONS.get(key);
  if (kind === "cased" || kind === "month" || kind === "day") {
    if (!isCapitalised(word)) return undefined;
    return kind === "cased" ? "name" : kind;
  }
  if (ONLY_COUNTED.has(key) && !isMarkerLike(context)) return undefined;
  return WORDS_TOO.has(key) && !isCapitalised(word) && !isMarkerLike(context) ? undefined : kind;
}

/** A figure, a Roman numeral or a single letter: what an abbreviation that counts stands before. */
function isMarkerLike({ after, afterFlags }: Context): boolean {
  return (afterFlags & DIGIT) !== 0 || (after !== "I" && (ROMAN.test(after) || /^[A-Z]$/.test(after)));
}

function judgeKind(kind: AbbreviationKind, key: string, context: Context): Verdict | undefined {
  switch (kind) {
    case "title":
      return judgeTitle(key, context);
    case "number":
      return judgeNumber(key, context);
    case "month":
      return judgeMonth(context);
    case "day":
      return TIME_WORDS.has(afterKey(context)) ? NUMBER : judgeMonth(context);
    case "latin":
      return LATIN;
    case "loose":
      if ((context.afterFlags & DIGIT) !== 0 && key !== "etc") return NUMBER;
      return startsLower(context) ? INSIDE : LAST;
    default:
      return judgeName(context);
  }
}

function judgeTitle(key: string, context: Context): Verdict {
  if (BOUND_TITLES.has(key)) return TITLE;
  return isStarter(context) && !startsLower(context) ? LAST : TITLE;
}

/** `No. 5`, `Fig. A`, `pp. iv`; but `No.` alone is a sentence. */
function judgeNumber(key: string, context: Context): Verdict | undefined {
  if ((context.afterFlags & DIGIT) !== 0) return NUMBER;
  const { after, beforeStart, scene } = context;
  const isWord = key === "no" && (isStarter(context) || beforeStart === scene.start);
  if (startsLower(context)) return isWord ? undefined : INSIDE;
  if (after === "" && key !== "no") return NUMBER;
  const isShort = after.length === 1 || ROMAN.test(after);
  if (isShort && after !== "I") return NUMBER;
  return key === "no" || isStarter(context) ? undefined : NAME;
}

function judgeMonth(context: Context): Verdict {
  if ((context.afterFlags & DIGIT) !== 0) return NUMBER;
  return startsLower(context) ? INSIDE : LAST;
}

function judgeName(context: Context): Verdict {
  if ((context.afterFlags & (UPPER | HAN | HANGUL)) === 0) return INSIDE;
  return isStarter(context) ? LAST : NAME;
}

/** A single letter: an initial, an abbreviation such as `p.`, or a name for something (`plan B.`). */
function judgeLetter(context: Context): Verdict | undefined {
  const { before, scene, beforeStart, after } = context;
  if (startsLower(context)) return INITIAL;
  const previous = wordBefore(scene, beforeStart);
  if (!isCapitalised(before)) {
    if ((context.afterFlags & DIGIT) !== 0) return NUMBER;
    return "pv".includes(before) && !isStarter(context) ? INITIAL : LETTER_LAST;
  }
  if (isStarter(context) && after !== "A") return LETTER_LAST;
  if (before === "I" && BEFORE_PRONOUN.has(previous)) return LETTER_LAST;
  if (LETTER_NOUNS.has(previous.toLowerCase()) || isUnit(before, previous)) return LETTER_LAST;
  // `Ctrl + C. Open it.`, `x = B. Then`: part of a formula.
  if (/^[+=×·<>≤≥−]$/.test(previous)) return LETTER_LAST;
  if ((context.afterFlags & (HAN | HANGUL)) !== 0) return INITIAL;
  if ((context.afterFlags & (UPPER | LOWER)) === 0) return after === "" ? INITIAL : undefined;
  return INITIAL;
}

/** `-4 C.`, `5 V.`: a figure before a letter makes it a unit; the points of the compass are no units. */
function isUnit(letter: string, previous: string): boolean {
  return "CFKVAWJGMB".includes(letter) && /^[-−–]?\d/.test(previous);
}

/** `a 9 in. pan`, `10 ft. of rope`, `the 10 lb. Marsh trophy`; but `Cut it at 5 ft. Tie a knot.` */
function judgeMeasure(context: Context): Verdict | undefined {
  if (startsLower(context)) return MEASURE;
  if ((context.afterFlags & UPPER) === 0) return undefined;
  const { scene, beforeStart } = context;
  const head = scene.text.slice(Math.max(scene.start, beforeStart - 16), beforeStart);
  return ATTRIBUTIVE.test(head) && !isStarter(context) ? MEASURE : MEASURE_LAST;
}

function judgeAcronym(key: string, context: Context): Verdict {
  if (key === "a.m" || key === "p.m") return judgeTime(context);
  if ((context.afterFlags & LETTER) === 0 && (context.afterFlags & DIGIT) === 0) return ACRONYM;
  if (startsLower(context)) return ACRONYM;
  if (hasLower(context.before) && key.length === 3) return isStarter(context) ? ACRONYM_LAST : ACRONYM;
  return isStarter(context) ? ACRONYM_LAST : ACRONYM;
}

/** `9 a.m. Monday` goes on, `at 9 p.m. Nobody` does not, and `At 9 a.m. Mr. Park` has said nothing yet. */
function judgeTime(context: Context): Verdict {
  const { scene, beforeStart } = context;
  if ((context.afterFlags & (UPPER | DIGIT)) === 0 || TIME_WORDS.has(afterKey(context))) return TIME;
  const head = scene.text.slice(scene.start, Math.min(beforeStart, scene.start + 40)).trim();
  return OPENS_WITH_TIME.test(head) ? TIME : TIME_LAST;
}

function startsLower(context: Context): boolean {
  return (context.afterFlags & LOWER) !== 0;
}

function isStarter(context: Context): boolean {
  return STARTERS.has(afterKey(context));
}
