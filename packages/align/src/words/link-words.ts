import type { SentenceWordLink, WordLinkOptions } from "../align-options.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { cutWords } from "./cut-words.ts";
import { type ReadWord, readWords } from "./read-words.ts";
import { compareWords, isOtherDate, SAME_FORM } from "./word-likeness.ts";

/** Words beyond this are left out, so that a run of sentences of any length answers at once. */
const MOST_WORDS = 400;

/** See `Aligner.linkWords`. */
export function linkWords(
  vectors: Vectors | undefined,
  sides: { readonly source: string; readonly target: string },
  options: WordLinkOptions,
): readonly SentenceWordLink[] {
  return linkPairs(readPairs(vectors, sides, options), { judge: JUDGE, least: LEAST_SURENESS });
}

/** Links the pairs of words of which a logistic function with these weights is sure enough. */
export function linkPairs(
  { source, target, likeness, features }: WordPairs,
  { judge, least }: { readonly judge: readonly number[]; readonly least: number },
): SentenceWordLink[] {
  const sureness = Float64Array.from(features, (pair, at) => {
    if ((likeness[at] ?? 0) < LEAST_LIKENESS) return 0;
    const sum = judge.reduce((total, weight, k) => total + weight * (pair[k] ?? 0), 0);
    const probability = 1 / (1 + Math.exp(-sum));
    return probability < least ? 0 : probability;
  });
  return joinPairs(sureness, source, target);
}

/** What a pair of words is judged by: see `PAIR_FEATURES`. */
type PairFeatures = readonly number[];

/** The features of a pair of words, in the order of their weights. */
export const PAIR_FEATURES = [
  "bias",
  /** Likeness less the best that the two words reach elsewhere. */
  "above",
  /** Distance of the words' relative places. */
  "place",
  /** Likeness less what the two words reach with all words of the other side. */
  "overMean",
  /** Log of how much the word says that says less. */
  "rarity",
  /** Likeness less the lower of what each word reaches elsewhere: above 0 it is the best of one of them at least. */
  "aboveOne",
] as const;

/** Fitted by tools/fit/fit-words.ts on tests/gold/words (docs/alignment.md). */
const JUDGE: readonly number[] = [0.28, 3.78, -2.31, 1.55, 1.25, 5.08];
/** Words less alike are not linked for standing in the same place. */
export const LEAST_LIKENESS = 0.1;

/** A third word that joins two needs more: it is mostly a frequent one that is a little like everything. */
const LEAST_TO_JOIN = 0.7;

/** From where on a link is shown. */
export const LEAST_SURENESS = 0.51;

/** The words of two sentences, how alike each is to each, and what each pair is judged by: rows of source words. */
export interface WordPairs {
  readonly source: readonly ReadWord[];
  readonly target: readonly ReadWord[];
  readonly likeness: Float64Array;
  readonly features: readonly PairFeatures[];
}

/** The words of two sentences, and what each pair of them is judged by: rows of source words. */
export function readPairs(
  vectors: Vectors | undefined,
  sides: { readonly source: string; readonly target: string },
  options: WordLinkOptions,
): WordPairs {
  const [source, target] = (["source", "target"] as const).map((side) => {
    const spans = cutWords(sides[side], options[side]).slice(0, MOST_WORDS);
    return readWords(vectors, sides[side], { spans, language: options[side] });
  });
  if (source === undefined || target === undefined) return NO_PAIRS;
  const likeness = compareWords({ vectors, lexicon: options.lexicon }, source, target);
  const shape = { rows: source.words.length, width: target.words.length };
  const [byRow, byColumn] = [summarise(likeness, shape, "rows"), summarise(likeness, shape, "columns")];
  const features = Array.from(likeness, (own, at): PairFeatures => {
    const [i, j] = [Math.floor(at / shape.width), at % shape.width];
    const [row, column] = [byRow[i], byColumn[j]];
    const rivals = [rivalOf(row, j), rivalOf(column, i)];
    const mean = ((row?.mean ?? 0) + (column?.mean ?? 0)) / 2;
    const place = Math.abs((i + 0.5) / shape.rows - (j + 0.5) / shape.width);
    const rarity = own >= SAME_FORM ? 1 : Math.min(source.words[i]?.rarity ?? 1, target.words[j]?.rarity ?? 1);
    return [1, own - Math.max(...rivals), place, own - mean, Math.log(rarity), own - Math.min(...rivals)];
  });
  // Behind the features: a word that may not be linked is still a rival.
  const linkable = likeness.map((own, at) => {
    const [a, b] = [source.words[Math.floor(at / shape.width)], target.words[at % shape.width]];
    return a !== undefined && b !== undefined && isOtherDate(a, b) ? 0 : own;
  });
  return { source: source.words, target: target.words, likeness: linkable, features };
}

const NO_PAIRS = { source: [], target: [], likeness: new Float64Array(0), features: [] };

/** One word's likenesses with all words of the other side. */
interface Summary {
  readonly mean: number;
  /** The place of the best, its likeness, and the second best's. */
  readonly bestAt: number;
  readonly best: number;
  readonly second: number;
}

function summarise(
  likeness: Float64Array,
  { rows, width }: { readonly rows: number; readonly width: number },
  which: "rows" | "columns",
): Summary[] {
  const [count, length] = which === "rows" ? [rows, width] : [width, rows];
  return Array.from({ length: count }, (_, k) => {
    let [bestAt, best, second, sum] = [-1, 0, 0, 0];
    for (let other = 0; other < length; other++) {
      const value = likeness[which === "rows" ? k * width + other : other * width + k] ?? 0;
      sum += value;
      if (value > best) [bestAt, best, second] = [other, value, best];
      else second = Math.max(second, value);
    }
    return { mean: length === 0 ? 0 : sum / length, bestAt, best, second };
  });
}

/** The best that the word reaches with any but the one at `place`. */
function rivalOf(summary: Summary | undefined, place: number): number {
  return (summary?.bestAt === place ? summary.second : summary?.best) ?? 0;
}

/** Joins sure pairs that share a word into one link where the words on the other side stand together. */
function joinPairs(
  sureness: Float64Array,
  source: readonly ReadWord[],
  target: readonly ReadWord[],
): SentenceWordLink[] {
  const links: { source: number[]; target: number[]; confidence: number }[] = [];
  const width = target.length;
  const pairs = Array.from(sureness.keys()).filter((at) => (sureness[at] ?? 0) > 0);
  pairs.sort((a, b) => (sureness[b] ?? 0) - (sureness[a] ?? 0) || a - b);
  for (const at of pairs) {
    const i = Math.floor(at / width);
    const j = at % width;
    const confidence = sureness[at] ?? 0;
    const link = links.find((one) => one.source.includes(i) || one.target.includes(j));
    if (link === undefined) links.push({ source: [i], target: [j], confidence });
    else if (confidence < LEAST_TO_JOIN) continue;
    else if (link.source.includes(i) && isBeside(link.target, j)) link.target.push(j);
    else if (link.target.includes(j) && isBeside(link.source, i)) link.source.push(i);
  }
  const spans = (words: readonly ReadWord[], places: readonly number[]) =>
    places
      .toSorted((a, b) => a - b)
      .flatMap((place) => words.slice(place, place + 1).map(({ start, end }) => ({ start, end })));
  return links
    .toSorted((a, b) => Math.min(...a.source) - Math.min(...b.source))
    .map((link) => ({
      source: spans(source, link.source),
      target: spans(target, link.target),
      confidence: link.confidence,
    }));
}

function isBeside(places: readonly number[], place: number): boolean {
  return places.some((one) => Math.abs(one - place) === 1) && !places.includes(place);
}
