import type { PlacedAnchor } from "../anchors/figures.ts";
import { placeAnchors } from "../anchors/place-anchors.ts";
import { openQuotations } from "./open-quotations.ts";

/** What is counted once a sentence, as running sums: the sum of a run is a difference of two entries. */
export interface Facts {
  /** In units of `charsAUnit` UTF-16 code units, at least one code unit a sentence. */
  readonly lengths: Float64Array;
  /** Sentences with a question mark. */
  readonly questions: Float64Array;
  /** Quotation marks. */
  readonly quotations: Float64Array;
  /** Different figures. */
  readonly figures: Float64Array;
  /** Different months and weekdays. */
  readonly dates: Float64Array;
  /** For each sentence: begins with a quotation mark, ends with one. */
  readonly opens: Uint8Array;
  readonly closes: Uint8Array;
  /** For each sentence: a quotation is still open at its end. */
  readonly quoted: Uint8Array;
  /** For each sentence: ends without a full stop, question mark or the like, so a line's end cut it. */
  readonly cut: Uint8Array;
  /** Sentences that end with a question or exclamation mark. */
  readonly asked: Float64Array;
  /** Sentences that end with a comma, colon or semicolon. */
  readonly softEnds: Float64Array;
  /** The figures themselves, a set a sentence. */
  readonly figureSets: readonly ReadonlySet<string>[];
  /** The months and weekdays. */
  readonly dateSets: readonly ReadonlySet<string>[];
}

const QUESTION = /[?？]/u;
const QUOTATION = /["“”„‟「」『』《》‘’]/gu;
const OPENS = /^\s*["“「『‘']/u;
const CLOSES = /["”」』’']\s*[.。]?$/u;
/** Marks that end a sentence, and what may stand behind them. */
const FINAL = /[.!?…。！？][\s"“”„‟'‘’「」『』()（）[\]［］【】〕》]*$/u;
const ASKED = /[?!？！][\s"”’」』]*$/u;
const SOFT = /[,:;，：；、]\s*$/u;
/** Beyond this a sentence's tail is not looked through for figures and marks. */
const MOST_UNITS = 20_000;
/** Share of sentences that end softly from which on a text counts wholly as one of lines. */
const LINES = 0.07;
/** Sentences that are added before a text is believed. */
const BELIEF = 10;

/** Counts a side's sentences; lengths in units of so many code units. */
export function countFacts(sentences: readonly string[], charsAUnit = 1): Facts {
  const count = sentences.length;
  const sums = (): Float64Array => new Float64Array(count + 1);
  const facts = {
    lengths: sums(),
    questions: sums(),
    quotations: sums(),
    figures: sums(),
    dates: sums(),
    opens: new Uint8Array(count),
    closes: new Uint8Array(count),
    quoted: openQuotations(sentences),
    cut: new Uint8Array(count),
    asked: sums(),
    softEnds: sums(),
  };
  const figureSets: Set<string>[] = [];
  const dateSets: Set<string>[] = [];
  for (const [i, whole] of sentences.entries()) {
    const sentence = whole.length > MOST_UNITS ? whole.slice(0, MOST_UNITS) : whole;
    const placed = placeAnchors(sentence.normalize("NFKC"));
    const found = { figures: valuesOf(placed.figures), dates: valuesOf(placed.dates) };
    figureSets.push(found.figures);
    dateSets.push(found.dates);
    append(facts.lengths, i, Math.max(1, whole.length) / charsAUnit);
    append(facts.questions, i, Number(QUESTION.test(sentence)));
    append(facts.quotations, i, sentence.match(QUOTATION)?.length ?? 0);
    append(facts.figures, i, found.figures.size);
    append(facts.dates, i, found.dates.size);
    facts.opens[i] = OPENS.test(sentence) ? 1 : 0;
    facts.closes[i] = CLOSES.test(sentence) ? 1 : 0;
    facts.cut[i] = FINAL.test(sentence) ? 0 : 1;
    append(facts.asked, i, Number(ASKED.test(sentence)));
    append(facts.softEnds, i, Number(SOFT.test(sentence)));
  }
  return { ...facts, figureSets, dateSets };
}

function append(sums: Float64Array, at: number, value: number): void {
  sums[at + 1] = (sums[at] ?? 0) + value;
}

function valuesOf(anchors: readonly PlacedAnchor[]): Set<string> {
  return new Set(anchors.map(({ value }) => value));
}

/** The same for the sentences `[from, to)` only; nothing is counted again. */
export function sliceFacts(facts: Facts, from: number, to: number): Facts {
  return {
    lengths: facts.lengths.subarray(from, to + 1),
    questions: facts.questions.subarray(from, to + 1),
    quotations: facts.quotations.subarray(from, to + 1),
    figures: facts.figures.subarray(from, to + 1),
    dates: facts.dates.subarray(from, to + 1),
    opens: facts.opens.subarray(from, to),
    closes: facts.closes.subarray(from, to),
    quoted: facts.quoted.subarray(from, to),
    cut: facts.cut.subarray(from, to),
    asked: facts.asked.subarray(from, to + 1),
    softEnds: facts.softEnds.subarray(from, to + 1),
    figureSets: facts.figureSets.slice(from, to),
    dateSets: facts.dateSets.slice(from, to),
  };
}

/** How much a text is one of lines (verses), from 0 to 1: their ends cut sentences at commas and colons. */
export function shareOfLines(...sides: readonly Facts[]): number {
  const soft = sides.reduce((sum, { softEnds }) => sum + (softEnds.at(-1) ?? 0) - (softEnds[0] ?? 0), 0);
  const sentences = sides.reduce((sum, { cut }) => sum + cut.length, 0);
  return Math.min(1, soft / (sentences + BELIEF) / LINES);
}
