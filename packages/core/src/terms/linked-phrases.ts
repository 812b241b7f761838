import { type Aligner, cutWords, type SentenceWordLink } from "@stele/align";
import { baseLanguage, type LanguageTag, type Span } from "@stele/model";
import type { Equivalent, TextPair } from "./equivalent.ts";
import type { Phrase } from "./phrase.ts";
import { PHRASE_RULES } from "./phrase-rules.ts";
import { phrasesIn } from "./phrases-in.ts";

/** What proposing needs besides terms and pairs. */
export interface ProposeTermsOptions {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** Links words; `bundledAligner` of `@stele/core/node`. */
  readonly aligner: Pick<Aligner, "linkWords">;
}

/** A pair and where in its source the term stands. */
export interface Holding {
  readonly pair: TextPair;
  readonly place: Span;
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

/** Below this the two go together hardly better than by chance; one pair alone says less than two. */
const LEAST_LIKENESS = { once: 0.6, again: 0.4 };

interface LinkedPhrasesOptions {
  readonly read: PairReader;
  /** The language of the targets. */
  readonly language: LanguageTag;
}

/**
 * The phrases that word links lead to from a term, the likeliest first: half of the likeness is how much of a phrase is
 * linked, half Dice's coefficient over the pairs (Smadja and others 1996).
 *
 * @param targets all targets looked at, as they are compared.
 */
export function linkedPhrases(
  holding: readonly Holding[],
  targets: readonly string[],
  { read, language }: LinkedPhrasesOptions,
): readonly Equivalent[] {
  const { key, plain } = PHRASE_RULES[baseLanguage(language)];
  const candidates = new Map<string, Candidate>();
  for (const one of holding) {
    for (const phrase of linkedShares(one, read(one.pair), key)) addCandidate(candidates, phrase, one.pair);
  }
  const texts = holding.map(({ pair }) => plain(pair.target));
  const all = [...candidates].map(([own, { target, linked, best }]): Weighed => {
    const count = texts.filter((text) => text.includes(own)).length;
    const everywhere = Math.max(count, targets.filter((text) => text.includes(own)).length);
    const together = (2 * count) / (holding.length + everywhere);
    const likeness = (linked / holding.length + together) / 2;
    return { own, everywhere, equivalent: { target, count, likeness, from: "aligned", example: best.pair } };
  });
  return all
    .filter(({ equivalent: { likeness, count } }) => likeness >= LEAST_LIKENESS[count === 1 ? "once" : "again"])
    .map((one) => grown(one, all))
    .sort((a, b) => b.likeness - a.likeness || b.target.length - a.target.length);
}

/** A phrase of the other language with what speaks for it. */
interface Candidate {
  readonly target: string;
  /** How much of it is linked to the term, summed over the pairs. */
  linked: number;
  /** The pair where most of it is. */
  best: { readonly pair: TextPair; readonly share: number };
}

function addCandidate(candidates: Map<string, Candidate>, { key, text, share }: LinkedPhrase, pair: TextPair): void {
  const known = candidates.get(key) ?? { target: text, linked: 0, best: { pair, share } };
  candidates.set(key, known);
  known.linked += share;
  if (share > known.best.share) known.best = { pair, share };
}

interface LinkedPhrase {
  /** As it is compared. */
  readonly key: string;
  readonly text: string;
  /** How much of it is linked to the term. */
  readonly share: number;
}

/** An unlinked word in a phrase speaks against it, less than one that is linked to another word. */
const UNLINKED = 0.4;

/** For each phrase of a pair that shares words with what is linked to the term: how much the two have in common. */
function linkedShares(
  { place }: Holding,
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
    if (both > 0 && !shares.has(key)) shares.set(key, { key, text, share: (2 * both) / (weight + ownWords) });
  }
  return shares.values();
}

interface Weighed {
  /** As it is compared. */
  readonly own: string;
  /** Pairs with it, whether they hold the term or not. */
  readonly everywhere: number;
  readonly equivalent: Equivalent;
}

/** What recurs always inside the same longer phrase is a part of that. */
function grown(one: Weighed, all: readonly Weighed[]): Equivalent {
  const { count, likeness } = one.equivalent;
  if (count < 2) return one.equivalent;
  const whole = all.filter(
    (other) => other.own.includes(one.own) && other.equivalent.count === count && other.everywhere === one.everywhere,
  );
  const longest = whole.reduce((best, other) => (other.own.length > best.own.length ? other : best), one);
  return { ...longest.equivalent, likeness };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
