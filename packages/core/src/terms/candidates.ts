import { baseLanguage, type LanguageTag } from "@stele/model";
import type { Cooccurrence } from "./cooccurrence.ts";
import type { TextPair } from "./equivalent.ts";
import { type Holding, type LinkedPhrase, type PairReader, sharesIn } from "./linked-phrases.ts";
import { PHRASE_RULES } from "./phrase-rules.ts";

/** A phrase of the other language with what speaks for it, in the order of `EQUIVALENT_FEATURES`. */
export interface Candidate {
  readonly target: string;
  /** Pairs that hold the term and this. */
  readonly count: number;
  readonly features: readonly number[];
  /** The pair where most of it is linked. */
  readonly example: TextPair;
}

/** What an equivalent is judged by. */
export const EQUIVALENT_FEATURES = [
  "bias",
  /** How much of the phrase, where the term stands, is linked to the term and to nothing else. */
  "linked",
  /** Dice's coefficient of term and phrase over the pairs. */
  "dice",
  /** The same less the best that the phrase reaches with any other word of the source. */
  "aboveRival",
  /** Log of how often the two stand in one pair. */
  "count",
  /** Whether it stands only inside one longer phrase. */
  "inside",
  /** Whether it is one syllable or character. */
  "short",
  /** How far apart the two stand in their sentences, as shares of these. */
  "place",
] as const;

type FeatureName = (typeof EQUIVALENT_FEATURES)[number];

/** Phrases looked at for each term. */
const MOST_CANDIDATES = 30;
/** In fewer of the term's pairs a phrase is no equivalent, unless it is linked. */
const LEAST_SHARE = 0.4;

interface CandidatesOptions {
  readonly read: PairReader;
  readonly cooccurrence: Cooccurrence;
  /** The language of the targets. */
  readonly language: LanguageTag;
}

/** The phrases that word links lead to from a term, and those that stand wherever it does. */
export function candidatesOf(
  holding: readonly Holding[],
  { read, cooccurrence, language }: CandidatesOptions,
): readonly Candidate[] {
  const { key } = PHRASE_RULES[baseLanguage(language)];
  const met = new Map<string, Met>();
  for (const one of holding) {
    for (const phrase of sharesIn(one, read(one.pair), key)) meet(met, phrase, one.pair);
  }
  const held = new Set(holding.map(({ index }) => index));
  const likely = likeliest([...met.values()], holding.length).map((one): Counted => {
    const everywhere = cooccurrence.targetsWith(one.key);
    return { ...one, everywhere: everywhere.length, count: everywhere.filter((index) => held.has(index)).length };
  });
  return likely.map((one): Candidate => {
    const features = featuresOf(one, { likely, holding, rival: cooccurrence.rival(one.key, holding) });
    return {
      target: one.target,
      count: one.count,
      features: EQUIVALENT_FEATURES.map((name) => features[name]),
      example: one.best.pair,
    };
  });
}

interface Beside {
  readonly likely: readonly Counted[];
  readonly holding: readonly Holding[];
  /** The best Dice's coefficient of the phrase with another word of the source. */
  readonly rival: number;
}

function featuresOf(one: Counted, { likely, holding, rival }: Beside): Readonly<Record<FeatureName, number>> {
  const dice = (2 * one.count) / (holding.length + one.everywhere);
  return {
    bias: 1,
    linked: one.linked / holding.length,
    dice,
    aboveRival: dice - rival,
    count: Math.log(Math.max(1, one.count)),
    inside: likely.some((other) => isInside(one, other)) ? 1 : 0,
    short: one.key.length === 1 ? 1 : 0,
    place: one.far / one.times,
  };
}

/** A phrase as it was met beside the term. */
interface Met {
  /** As it is compared. */
  readonly key: string;
  readonly target: string;
  /** How much of it is linked to the term, summed over the pairs. */
  linked: number;
  /** How far apart the two stand, summed over the pairs. */
  far: number;
  times: number;
  /** The pair where most of it is linked. */
  best: { readonly pair: TextPair; readonly share: number };
}

interface Counted extends Met {
  /** Pairs with it, and those of them that hold the term. */
  readonly everywhere: number;
  readonly count: number;
}

function meet(met: Map<string, Met>, { key, text, share, far }: LinkedPhrase, pair: TextPair): void {
  const known = met.get(key) ?? { key, target: text, linked: 0, far: 0, times: 0, best: { pair, share } };
  met.set(key, known);
  known.linked += share;
  known.far += far;
  known.times += 1;
  if (share > known.best.share) known.best = { pair, share };
}

function likeliest(met: readonly Met[], pairs: number): readonly Met[] {
  const promise = ({ linked, times }: Met): number => linked + times / 2;
  return met
    .filter(({ linked, times }) => linked > 0 || (times > 1 && times >= LEAST_SHARE * pairs))
    .sort((a, b) => promise(b) - promise(a))
    .slice(0, MOST_CANDIDATES);
}

/** What recurs always inside the same longer phrase is a part of that. */
function isInside(one: Counted, other: Counted): boolean {
  if (one.everywhere < 2 || one.everywhere !== other.everywhere) return false;
  return other.key.length > one.key.length && other.key.includes(one.key);
}
