import type { PlacedAnchor } from "../anchors/figures.ts";
import { placeAnchors } from "../anchors/place-anchors.ts";

/** What is counted once a sentence, as running sums: the sum of a run is a difference of two entries. */
export interface Facts {
  /** UTF-16 code units, at least one a sentence. */
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
  /** The figures themselves, a set a sentence. */
  readonly figureSets: readonly ReadonlySet<string>[];
  /** The months and weekdays. */
  readonly dateSets: readonly ReadonlySet<string>[];
}

const QUESTION = /[?？]/u;
const QUOTATION = /["“”„‟「」『』《》‘’]/gu;
const OPENS = /^\s*["“「『‘']/u;
const CLOSES = /["”」』’']\s*[.。]?$/u;
/** Beyond this a sentence's tail is not looked through for figures and marks. */
const MOST_UNITS = 20_000;

/** Counts a side's sentences. */
export function countFacts(sentences: readonly string[]): Facts {
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
  };
  const figureSets: Set<string>[] = [];
  const dateSets: Set<string>[] = [];
  for (const [i, whole] of sentences.entries()) {
    const sentence = whole.length > MOST_UNITS ? whole.slice(0, MOST_UNITS) : whole;
    const placed = placeAnchors(sentence.normalize("NFKC"));
    const found = { figures: valuesOf(placed.figures), dates: valuesOf(placed.dates) };
    figureSets.push(found.figures);
    dateSets.push(found.dates);
    facts.lengths[i + 1] = (facts.lengths[i] ?? 0) + Math.max(1, whole.length);
    facts.questions[i + 1] = (facts.questions[i] ?? 0) + (QUESTION.test(sentence) ? 1 : 0);
    facts.quotations[i + 1] = (facts.quotations[i] ?? 0) + (sentence.match(QUOTATION)?.length ?? 0);
    facts.figures[i + 1] = (facts.figures[i] ?? 0) + found.figures.size;
    facts.dates[i + 1] = (facts.dates[i] ?? 0) + found.dates.size;
    facts.opens[i] = OPENS.test(sentence) ? 1 : 0;
    facts.closes[i] = CLOSES.test(sentence) ? 1 : 0;
  }
  return { ...facts, figureSets, dateSets };
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
    figureSets: facts.figureSets.slice(from, to),
    dateSets: facts.dateSets.slice(from, to),
  };
}
