import { evenSyllable, hangulPairs, hanPairs } from "../anchors/readings.ts";
import { multiplyRows } from "../meaning/multiply.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { unpackRows } from "../vectors/unpack.ts";
import type { ReadWord, ReadWords, WordForm } from "./read-words.ts";
import { companyOf, formsOf, type WordLexicon } from "./word-lexicon.ts";

type Cosine = (t: number, u: number) => number;

/** How much of what two words lack to be wholly alike their company in the bitext can give. */
const MOST_BY_COMPANY = 0.8;

/** How alike each word of one side is to each of the other: from 0 to 1, rows of source words. */
export function compareWords({ vectors, lexicon }: WordKnowledge, source: ReadWords, target: ReadWords): Float64Array {
  const likeness = new Float64Array(source.words.length * target.words.length);
  const cosine = vectors === undefined ? () => 0 : cosines(vectors, source, target);
  const company = lexicon === undefined ? () => 0 : companies(lexicon, source, target);
  for (const [i, a] of source.words.entries()) {
    for (const [j, b] of target.words.entries()) {
      const own = Math.max(byMeaning(a, b, cosine), byForm(a, b));
      likeness[i * target.words.length + j] = own + (1 - own) * MOST_BY_COMPANY * company(i, j);
    }
  }
  return likeness;
}

/** What is known besides the two sentences: of the words of all texts, and of those of this one. */
export interface WordKnowledge {
  readonly vectors: Vectors | undefined;
  readonly lexicon: WordLexicon | undefined;
}

function companies(lexicon: WordLexicon, source: ReadWords, target: ReadWords): (i: number, j: number) => number {
  const [own, others] = [source.words.map(formsOf), target.words.map(formsOf)];
  return (i, j) => companyOf(lexicon, own[i] ?? [], others[j] ?? []);
}

function cosines(vectors: Vectors, source: ReadWords, target: ReadWords): Cosine {
  const rows = (entries: Int32Array) => ({
    matrix: unpackRows(vectors, entries, vectors.dims),
    rows: Int32Array.from(entries.keys()),
  });
  const { values, stride } = multiplyRows(rows(source.entries), rows(target.entries));
  const kept = values.slice();
  return (t, u) => kept[t * stride + u] ?? 0;
}

/**
 * A month or a weekday has its own name in every language: it goes with that or with a figure (Wednesday, the 14th), with
 * no other month or weekday and with no ordinary word, however alike their vectors are.
 */
export function isOtherDate(a: ReadWord, b: ReadWord): boolean {
  if (a.dates.size > 0 && b.dates.size > 0) return !shares(a.dates, b.dates);
  return (a.dates.size > 0 && b.anchors.size === 0) || (b.dates.size > 0 && a.anchors.size === 0);
}

/** The best that any reading of one word reaches with any of the other. */
function byMeaning(a: ReadWord, b: ReadWord, cosine: Cosine): number {
  let most = 0;
  for (const form of a.forms) {
    for (const other of b.forms) {
      most = Math.max(most, (oneWay(form, other, cosine) + oneWay(other, form, (u, t) => cosine(t, u))) / 2);
    }
  }
  return most;
}

/** The best match of each token of `a` in `b`, weighed by rarity. */
function oneWay(a: WordForm, b: WordForm, cosine: Cosine): number {
  let sum = 0;
  let weights = 0;
  for (const [k, token] of a.tokens.entries()) {
    const weight = a.weights[k] ?? 0;
    let most = 0;
    for (const other of b.tokens) most = Math.max(most, cosine(token, other));
    sum += weight * most;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** Likeness of words whose figures, dates or letters are the same: they link however frequent they are. */
export const SAME_FORM = 1;
const SAME_NUMBER = 0.9;
const SAME_READING = 0.9;
const SAME_SOUNDS = 0.8;

/** Words that are the same by their form: figures and dates, number words, Latin names, Sino-Korean readings, names that sound alike. */
function byForm(a: ReadWord, b: ReadWord): number {
  if (shares(a.anchors, b.anchors) || [a.text, ...a.stems].some((x) => x === b.text || b.stems.includes(x)))
    return SAME_FORM;
  if (shares(a.numerals, b.numerals) || shares(a.numerals, b.anchors) || shares(a.anchors, b.numerals))
    return SAME_NUMBER;
  if (sharesReading(a.text, b.text) || sharesReading(b.text, a.text)) return SAME_READING;
  return shares(a.sounds, b.sounds) ? SAME_SOUNDS : 0;
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}

/** Whether a Chinese word of two characters or more is wholly read in the Korean word. */
function sharesReading(korean: string, chinese: string): boolean {
  const read = [...hanPairs(chinese)];
  if (read.length === 0 || read.length !== [...chinese].length - 1) return false;
  const spoken = hangulPairs(korean);
  return read.every((pair) => spoken.has(pair)) && evenSyllable(korean.charAt(0)) !== "";
}
