import type { Span } from "@stele/model";
import { figures } from "../anchors/figures.ts";
import { evenSyllable, hangulPairs, hanPairs, simplifyHan } from "../anchors/readings.ts";
import { multiplyRows } from "../meaning/multiply.ts";
import { rarityOf } from "../meaning/side-tokens.ts";
import { normaliseText } from "../vectors/normalise.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { tokenise } from "../vectors/tokenise.ts";
import { unpackRows } from "../vectors/unpack.ts";

/** A word with what it is compared by. */
export interface ReadWord extends Span {
  readonly text: string;
  readonly figures: readonly string[];
  /** Places in the side's list of tokens, and their weights. */
  readonly tokens: readonly number[];
  readonly weights: readonly number[];
}

/** The words of one side and the entries of their tokens. */
export interface ReadWords {
  readonly words: readonly ReadWord[];
  readonly entries: Int32Array;
}

/** Reads the words of a text: each token belongs to the word that holds its first letter. */
export function readWords(vectors: Vectors | undefined, text: string, spans: readonly Span[]): ReadWords {
  const entries: number[] = [];
  const held = spans.map((): { tokens: number[]; weights: number[] } => ({ tokens: [], weights: [] }));
  if (vectors !== undefined) {
    const normal = normaliseText(text);
    let word = 0;
    for (const token of tokenise(vectors, simplifyHan(normal.text))) {
      const start = normal.start[token.start] ?? 0;
      while (word < spans.length - 1 && start >= (spans[word]?.end ?? 0)) word++;
      const span = spans[word];
      if (span === undefined || start < span.start || start >= span.end) continue;
      held[word]?.tokens.push(entries.length);
      held[word]?.weights.push(rarityOf(vectors, token.entry));
      entries.push(token.entry);
    }
  }
  const words = spans.map(({ start, end }, index) => {
    const word = text.slice(start, end);
    return { start, end, text: word, figures: figures(word), tokens: [], weights: [], ...held[index] };
  });
  return { words, entries: Int32Array.from(entries) };
}

/** How alike each word of one side is to each of the other: from 0 to 1, rows of source words. */
export function compareWords(vectors: Vectors | undefined, source: ReadWords, target: ReadWords): Float64Array {
  const likeness = new Float64Array(source.words.length * target.words.length);
  const cosine = vectors === undefined ? () => 0 : cosines(vectors, source, target);
  for (const [i, a] of source.words.entries()) {
    for (const [j, b] of target.words.entries()) {
      const byMeaning = (oneWay(a, b, cosine) + oneWay(b, a, (u, t) => cosine(t, u))) / 2;
      likeness[i * target.words.length + j] = Math.max(byMeaning, byForm(a, b));
    }
  }
  return likeness;
}

function cosines(vectors: Vectors, source: ReadWords, target: ReadWords): (t: number, u: number) => number {
  const rows = (entries: Int32Array) => ({
    matrix: unpackRows(vectors, entries, vectors.dims),
    rows: Int32Array.from(entries.keys()),
  });
  const { values, stride } = multiplyRows(rows(source.entries), rows(target.entries));
  const kept = values.slice();
  return (t, u) => kept[t * stride + u] ?? 0;
}

/** The best match of each token of `a` in `b`, weighed by rarity. */
function oneWay(a: ReadWord, b: ReadWord, cosine: (t: number, u: number) => number): number {
  let sum = 0;
  let weights = 0;
  for (const [k, token] of a.tokens.entries()) {
    const weight = (a.weights[k] ?? 0) + LEAST_WEIGHT;
    let most = 0;
    for (const other of b.tokens) most = Math.max(most, cosine(token, other));
    sum += weight * most;
    weights += weight;
  }
  return weights === 0 ? 0 : sum / weights;
}

/** A frequent token still says something where a word has no other. */
const LEAST_WEIGHT = 0.02;
const SAME_FIGURE = 0.95;
const SAME_READING = 0.85;

/** Words that are the same by their form: figures, Latin names, Sino-Korean readings. */
function byForm(a: ReadWord, b: ReadWord): number {
  if (a.figures.length > 0 && a.figures.some((figure) => b.figures.includes(figure))) return SAME_FIGURE;
  const [x, y] = [a.text.toLowerCase(), b.text.toLowerCase()];
  if (x === y) return 1;
  return sharesReading(a.text, b.text) || sharesReading(b.text, a.text) ? SAME_READING : 0;
}

/** Whether a Chinese word of two characters or more is wholly read in the Korean word. */
function sharesReading(korean: string, chinese: string): boolean {
  const read = [...hanPairs(chinese)];
  if (read.length === 0 || read.length !== [...chinese].length - 1) return false;
  const spoken = hangulPairs(korean);
  return read.every((pair) => spoken.has(pair)) && evenSyllable(korean.charAt(0)) !== "";
}
