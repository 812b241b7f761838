import { simplifyHan } from "../anchors/readings.ts";
import { inTurns, type Pace, turnsOf } from "../pace.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { tokenise } from "../vectors/tokenise.ts";

/** The tokens of one side: each token by its type, the types by their entries. */
export interface SideTokens {
  /** Entry of each type. */
  readonly types: Int32Array;
  /** Rarity of each type, from 0 (says nothing) to 1. */
  readonly weights: Float32Array;
  /** Type of each token, sentence after sentence. */
  readonly tokens: Int32Array;
  /** Where each sentence's tokens begin; one more for the end. */
  readonly starts: Int32Array;
}

/** Of a longer sentence the first and the last tokens are read, so that a sentence of 100 kB costs no more. */
const MOST_TOKENS = 400;
/** w(t) = a / (a + p(t)), the smoothed inverse frequency of Arora, Liang and Ma 2017. */
const RARITY = 1e-4;

/** Cuts every sentence of a side into tokens. */
export async function readSide(vectors: Vectors, sentences: readonly string[], pace: Pace): Promise<SideTokens> {
  const typeOf = new Map<number, number>();
  const tokens: number[] = [];
  const starts = new Int32Array(sentences.length + 1);
  await inTurns(turnsOf(sentences.length), pace, ([from, to]) => {
    for (let index = from; index < to; index++) {
      for (const entry of entriesOf(vectors, sentences[index] ?? "")) {
        const type = typeOf.get(entry) ?? typeOf.size;
        typeOf.set(entry, type);
        tokens.push(type);
      }
      starts[index + 1] = tokens.length;
    }
  });
  const types = Int32Array.from(typeOf.keys());
  const weights = Float32Array.from(types, (entry) => rarityOf(vectors, entry));
  return { types, weights, tokens: Int32Array.from(tokens), starts };
}

function entriesOf(vectors: Vectors, sentence: string): number[] {
  const text = sentence.length > MOST_TOKENS * 40 ? `${sentence.slice(0, 8000)} ${sentence.slice(-8000)}` : sentence;
  const entries = tokenise(vectors, simplifyHan(text.normalize("NFKC"))).map((token) => token.entry);
  if (entries.length <= MOST_TOKENS) return entries;
  return [...entries.slice(0, MOST_TOKENS / 2), ...entries.slice(-MOST_TOKENS / 2)];
}

/** The same for the sentences `[from, to)` only; types stay as they are, nothing is read again. */
export function sliceSide(side: SideTokens, from: number, to: number): SideTokens {
  return { ...side, starts: side.starts.subarray(from, to + 1) };
}

/** How much an entry says: near 1 for a rare one, near 0 for a frequent one. */
export function rarityOf(vectors: Vectors, entry: number): number {
  return RARITY / (RARITY + Math.exp(vectors.logProbability[entry] ?? 0));
}
