import { baseLanguage } from "@stele/model";
import { placesOfTerm } from "@stele/translate";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { countCooccurrence } from "./cooccurrence.ts";
import type { Equivalent, TextPair } from "./equivalent.ts";
import type { FoundTerm } from "./find-terms.ts";
import { judgeEquivalents } from "./judge-equivalents.ts";
import { type Holding, type ProposeTermsOptions, pairReader } from "./linked-phrases.ts";

/** A term and how it seems to be translated. */
export interface ProposedTerm extends FoundTerm {
  /** The best first; empty where nothing goes with it. */
  readonly equivalents: readonly Equivalent[];
}

/** Pairs looked at for each term: more say nothing new. */
const MOST_PAIRS = 40;
/** Pairs without any of the terms, which tell what is frequent anyway. */
const MOST_OTHERS = 2000;
const MOST_EQUIVALENTS = 3;

/**
 * Proposes for each term what stands for it in texts that say the same: the phrase that word links lead to, or that
 * occurs where the term does and not elsewhere, as no other word of these texts explains it. A unit of the memory that
 * is the term and nothing else comes first; a Latin name inside Korean or Chinese stays as it is where nothing else is
 * known.
 */
export function proposeTerms(
  terms: readonly FoundTerm[],
  pairs: Iterable<TextPair>,
  options: ProposeTermsOptions,
): readonly ProposedTerm[] {
  const candidates = candidateFinder(terms, pairs, options);
  return terms.map((found) => {
    const { whole, phrases } = candidates(found);
    const equivalents = [...whole, ...judgeEquivalents(phrases)];
    const distinct = equivalents.filter(
      ({ target }, index) => equivalents.findIndex((other) => other.target === target) === index,
    );
    return {
      ...found,
      equivalents: distinct.length > 0 ? distinct.slice(0, MOST_EQUIVALENTS) : sameName(found, options),
    };
  });
}

/** What may be a term's equivalent. */
export interface TermCandidates {
  /** Units of the memory that are the term and nothing else. */
  readonly whole: readonly Equivalent[];
  /** Phrases beside it, to be judged. */
  readonly phrases: readonly Candidate[];
}

/** Looks through pairs once, and finds for each of the terms what may be its equivalent. */
export function candidateFinder(
  terms: readonly FoundTerm[],
  pairs: Iterable<TextPair>,
  options: ProposeTermsOptions,
): (found: FoundTerm) => TermCandidates {
  const { holding, looked } = gather(terms, pairs);
  const [read, cooccurrence] = [pairReader(options), countCooccurrence(looked, options)];
  return (found) => {
    const own = holding.get(found) ?? [];
    return {
      whole: wholeUnits(found, own),
      phrases: candidatesOf(own, { read, cooccurrence, language: options.target }),
    };
  };
}

/** The pairs that hold a term, and all pairs looked at. */
function gather(
  terms: readonly FoundTerm[],
  pairs: Iterable<TextPair>,
): { readonly holding: ReadonlyMap<FoundTerm, readonly Holding[]>; readonly looked: readonly TextPair[] } {
  const holding = new Map(terms.map((found): [FoundTerm, Holding[]] => [found, []]));
  const looked: TextPair[] = [];
  let others = 0;
  for (const pair of pairs) {
    let [isHeld, isSpare] = [false, false];
    for (const [found, own] of holding) {
      const [place] = placesOfTerm(pair.source, found.term);
      if (place === undefined) continue;
      isSpare = true;
      if (own.length >= MOST_PAIRS) continue;
      own.push({ pair, index: looked.length, place });
      isHeld = true;
    }
    others += isSpare ? 0 : 1;
    if (isHeld || (!isSpare && others <= MOST_OTHERS)) looked.push(pair);
  }
  return { holding, looked };
}

/** Units that are the term and nothing else. */
function wholeUnits({ term }: FoundTerm, holding: readonly Holding[]): readonly Equivalent[] {
  const whole = holding.filter(({ pair, place }) => place.end - place.start === pair.source.trim().length);
  const targets = [...new Set(whole.map(({ pair }) => pair.target.trim()))].filter((target) => target.length > 0);
  const times = (target: string): number => whole.filter(({ pair }) => pair.target.trim() === target).length;
  return targets.map((target) => ({
    target,
    count: times(target),
    likeness: 1,
    from: "memory",
    example: { source: term, target },
  }));
}

/** A Latin name inside Korean or Chinese, which the other language writes alike. */
function sameName({ term, count }: FoundTerm, { source }: ProposeTermsOptions): readonly Equivalent[] {
  const isLatin = baseLanguage(source) !== "en" && /^[\p{Script=Latin}\p{N}\s.&'-]+$/u.test(term);
  return isLatin ? [{ target: term, count, likeness: 0, from: "same" }] : [];
}
