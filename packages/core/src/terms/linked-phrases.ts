import { type Aligner, cutWords, type SentenceWordLink } from "@stele/align";
import type { LanguageTag, Span } from "@stele/model";
import type { Holder } from "./cooccurrence.ts";
import type { TextPair } from "./equivalent.ts";
import type { Phrase } from "./phrase.ts";
import { phrasesIn } from "./phrases-in.ts";

/** What proposing needs besides terms and pairs. */
export interface ProposeTermsOptions {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** Links words; `bundledAligner` of `@stele/core/node`. */
  readonly aligner: Pick<Aligner, "linkWords">;
}

/** A pair and where in its source the term stands. */
export interface Holding extends Holder {
  readonly pair: TextPair;
}

/** What of a pair does not depend on the term. */
interface ReadPair {
  readonly links: readonly SentenceWordLink[];
  readonly words: readonly Span[];
  readonly phrases: readonly Phrase[];
}

/** Reads pairs, each once. */
export type PairReader = (pair: TextPair) => ReadPair;

/** A reader of pairs in two languages; it keeps what it read. */
export function pairReader({ source, target, aligner }: ProposeTermsOptions): PairReader {
  const known = new Map<TextPair, ReadPair>();
  return (pair) => {
    const read = known.get(pair) ?? {
      links: aligner.linkWords(pair.source, pair.target, { source, target }),
      words: cutWords(pair.target, target),
      phrases: phrasesIn(pair.target, target),
    };
    known.set(pair, read);
    return read;
  };
}

/** A phrase of a target, and how it stands to the term in the source. */
export interface LinkedPhrase {
  /** As it is compared. */
  readonly key: string;
  readonly text: string;
  /** How much of it is linked to the term. */
  readonly share: number;
  /** How far apart the two stand in their sentences, as shares of these. */
  readonly far: number;
}

/** An unlinked word in a phrase speaks against it, less than one that is linked to another word. */
const UNLINKED = 0.4;

/** For each phrase of a pair: how much it has in common with what is linked to the term. */
export function sharesIn(
  { place, pair }: Holding,
  { links, words, phrases }: ReadPair,
  keyOf: (text: string) => string,
): Iterable<LinkedPhrase> {
  const isOwn = (link: SentenceWordLink): boolean => link.source.some((span) => overlaps(span, place));
  const isLinked = (word: Span, some: readonly SentenceWordLink[]): boolean =>
    some.some((link) => link.target.some((span) => overlaps(span, word)));
  const [own, others] = [links.filter(isOwn), links.filter((link) => !isOwn(link))];
  const marked = words.map((word) => ({ ...word, isOwn: isLinked(word, own), isOther: isLinked(word, others) }));
  const ownWords = marked.filter((word) => word.isOwn).length;
  const shares = new Map<string, LinkedPhrase>();
  for (const { text, ...span } of phrases) {
    const inside = marked.filter((word) => overlaps(word, span));
    const both = inside.filter((word) => word.isOwn).length;
    const weight = inside.reduce((sum, word) => sum + (word.isOwn || word.isOther ? 1 : UNLINKED), 0);
    const key = keyOf(text);
    if (!shares.has(key))
      shares.set(key, {
        key,
        text,
        share: (2 * both) / (weight + ownWords),
        far: Math.abs(middle(span) / pair.target.length - middle(place) / pair.source.length),
      });
  }
  return shares.values();
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function middle({ start, end }: Span): number {
  return (start + end) / 2;
}
