import type { SentenceWordLink, WordLinkOptions } from "../align-options.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { cutWords } from "./cut-words.ts";
import { compareWords, type ReadWord, readWords } from "./word-likeness.ts";

/** Words beyond this are left out, so that a run of sentences of any length answers at once. */
const MOST_WORDS = 400;

/** See `Aligner.linkWords`. */
export function linkWords(
  vectors: Vectors | undefined,
  sides: { readonly source: string; readonly target: string },
  options: WordLinkOptions,
): readonly SentenceWordLink[] {
  const source = readWords(vectors, sides.source, cutWords(sides.source, options.source).slice(0, MOST_WORDS));
  const target = readWords(vectors, sides.target, cutWords(sides.target, options.target).slice(0, MOST_WORDS));
  const likeness = compareWords(vectors, source, target);
  const sureness = judgePairs(likeness, source.words, target.words);
  return joinPairs(sureness, source.words, target.words);
}

/** Weights of what speaks for a link, fitted on one half of tests/gold/words (docs/alignment.md). */
const JUDGE = { bias: -0.34, likeness: 1.58, above: 5.56, place: -2.41, best: 0.82 } as const;
const LEAST_SURENESS = 0.65;

/** The probability of each pair: how alike, how much more than the words' other partners, how near in the sentence. */
function judgePairs(likeness: Float64Array, source: readonly ReadWord[], target: readonly ReadWord[]): Float64Array {
  const width = target.length;
  const sureness = new Float64Array(likeness.length);
  for (let i = 0; i < source.length; i++) {
    for (let j = 0; j < width; j++) {
      const pair = readPair(likeness, { i, j, rows: source.length, width });
      const sum =
        JUDGE.bias +
        JUDGE.likeness * pair.likeness +
        JUDGE.above * pair.above +
        JUDGE.place * pair.place +
        JUDGE.best * pair.best;
      sureness[i * width + j] = 1 / (1 + Math.exp(-sum));
    }
  }
  return sureness;
}

/** What a pair of words is judged by. */
interface PairFeatures {
  readonly likeness: number;
  /** Likeness less the best that either word reaches elsewhere. */
  readonly above: number;
  /** Distance of the words' relative places. */
  readonly place: number;
  /** 1 where each is the other's best. */
  readonly best: number;
}

/** Reads the features of one pair. */
function readPair(
  likeness: Float64Array,
  { i, j, rows, width }: { readonly i: number; readonly j: number; readonly rows: number; readonly width: number },
): PairFeatures {
  const own = likeness[i * width + j] ?? 0;
  let rival = 0;
  for (let k = 0; k < width; k++) if (k !== j) rival = Math.max(rival, likeness[i * width + k] ?? 0);
  for (let k = 0; k < rows; k++) if (k !== i) rival = Math.max(rival, likeness[k * width + j] ?? 0);
  const place = Math.abs((i + 0.5) / rows - (j + 0.5) / width);
  return { likeness: own, above: own - rival, place, best: own >= rival && own > 0 ? 1 : 0 };
}

/** Joins sure pairs that share a word into one link where the words on the other side stand together. */
function joinPairs(
  sureness: Float64Array,
  source: readonly ReadWord[],
  target: readonly ReadWord[],
): SentenceWordLink[] {
  const links: { source: number[]; target: number[]; confidence: number }[] = [];
  const width = target.length;
  const pairs = Array.from(sureness.keys()).filter((at) => (sureness[at] ?? 0) >= LEAST_SURENESS);
  pairs.sort((a, b) => (sureness[b] ?? 0) - (sureness[a] ?? 0) || a - b);
  for (const at of pairs) {
    const i = Math.floor(at / width);
    const j = at % width;
    const confidence = sureness[at] ?? 0;
    const link = links.find((one) => one.source.includes(i) || one.target.includes(j));
    if (link === undefined) links.push({ source: [i], target: [j], confidence });
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
