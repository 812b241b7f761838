import { cutWords } from "@stele/align";
import { baseLanguage, type LanguageTag, type Span } from "@stele/model";
import type { TextPair } from "./equivalent.ts";
import { PHRASE_RULES } from "./phrase-rules.ts";

/** Which phrases keep company in pairs of texts that say the same. */
export interface Cooccurrence {
  /** The pairs whose target holds a phrase, given as it is compared: their indexes, rising. */
  targetsWith(key: string): readonly number[];
  /** How often a phrase stands beside some word of the source but those at a place: the best Dice's coefficient. */
  rival(key: string, holders: readonly Holder[]): number;
}

/** A pair, by its index, and where in its source the term stands. */
export interface Holder {
  readonly index: number;
  readonly place: Span;
}

/** More witnesses say nothing new about who else keeps a phrase company. */
const MOST_WITNESSES = 12;

/** Counts phrases in pairs; each question is answered once and kept. */
export function countCooccurrence(
  pairs: readonly TextPair[],
  { source, target }: { readonly source: LanguageTag; readonly target: LanguageTag },
): Cooccurrence {
  const { plain } = PHRASE_RULES[baseLanguage(target)];
  const targets = pairs.map((pair) => plain(pair.target));
  const known = new Map<string, readonly number[]>();
  const words = indexWords(pairs, source);
  const targetsWith = (key: string): readonly number[] => {
    const indexes = known.get(key) ?? targets.flatMap((text, index) => (text.includes(key) ? [index] : []));
    known.set(key, indexes);
    return indexes;
  };
  return {
    targetsWith,
    rival: (key, holders) => {
      const own = new Set(targetsWith(key));
      const witnesses = holders.filter(({ index }) => own.has(index)).slice(0, MOST_WITNESSES);
      const rivals = new Set(witnesses.flatMap((holder) => words.beside(holder)));
      return Math.max(0, ...Array.from(rivals, (word) => dice(words.pairsWith(word), own)));
    },
  };
}

/** Dice's coefficient of two sets of pairs. */
function dice(one: readonly number[], other: ReadonlySet<number>): number {
  const both = one.filter((index) => other.has(index)).length;
  return (2 * both) / (one.length + other.size);
}

interface WordIndex {
  pairsWith(word: string): readonly number[];
  /** The words of a pair's source that share nothing with the term. */
  beside(holder: Holder): readonly string[];
}

function indexWords(pairs: readonly TextPair[], language: LanguageTag): WordIndex {
  const { key, shown } = PHRASE_RULES[baseLanguage(language)];
  const read = (index: number): readonly (Span & { readonly word: string })[] => {
    const text = pairs[index]?.source ?? "";
    return cutWords(text, language).map((span) => ({ ...span, word: key(shown(text.slice(span.start, span.end))) }));
  };
  const places = new Map<string, number[]>();
  for (const index of pairs.keys()) {
    for (const word of new Set(read(index).map((one) => one.word))) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [index]);
      else list.push(index);
    }
  }
  return {
    pairsWith: (word) => places.get(word) ?? [],
    beside: ({ index, place }) =>
      read(index)
        .filter(({ start, end }) => end <= place.start || start >= place.end)
        .map(({ word }) => word),
  };
}
