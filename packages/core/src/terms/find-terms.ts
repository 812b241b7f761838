import { baseLanguage, type LanguageTag, type Span } from "@stele/model";
import type { Phrase, PhraseRules } from "./phrase.ts";
import { PHRASE_RULES } from "./phrase-rules.ts";
import { phrasesIn } from "./phrases-in.ts";

/** A name or phrase that recurs. */
export interface FoundTerm {
  /** As it is written most often. */
  readonly term: string;
  /** Sentences that hold it, a title being one. */
  readonly count: number;
}

/** What counts as a term. */
export interface FindTermsOptions {
  readonly language: LanguageTag;
  /** Least number of sentences; default 2. */
  readonly minCount?: number;
  /** Default 100. */
  readonly limit?: number;
}

/** More phrases than this are not compared with one another. */
const MOST_COMPARED = 2000;

/**
 * The recurrent names and terms of a text, the most frequent first. Names and terms of several words count from
 * `minCount` on; single common words must recur once more, since most of them are no terms. What recurs only inside
 * longer terms is left out.
 */
export function findTerms(sentences: readonly string[], options: FindTermsOptions): readonly FoundTerm[] {
  const { language, minCount = 2, limit = 100 } = options;
  const rules = PHRASE_RULES[baseLanguage(language)];
  const frequent = collect(sentences, language, rules)
    .filter(({ count }) => count >= minCount)
    .filter((found) => {
      const kind = rules.judge(found);
      return kind === "name" || (kind === "word" && found.count > minCount);
    })
    .sort((a, b) => b.count - a.count || longest(b) - longest(a))
    .slice(0, MOST_COMPARED);
  const areas = areasOf(frequent);
  return frequent
    .filter(({ places }) => new Set(places.filter((place) => isFree(place, areas))).size >= minCount)
    .slice(0, limit)
    .map(({ places, count }) => ({ term: usualForm(places), count }));
}

interface Placed extends Phrase {
  /** Index of the sentence. */
  readonly sentence: number;
}

interface Collected {
  readonly places: Placed[];
  count: number;
}

function collect(sentences: readonly string[], language: LanguageTag, rules: PhraseRules): Collected[] {
  const all = new Map<string, Collected>();
  for (const [sentence, text] of sentences.entries()) {
    for (const phrase of phrasesIn(text, language)) {
      const key = rules.key(phrase.text);
      const known = all.get(key) ?? { places: [], count: 0 };
      all.set(key, known);
      if (known.places.at(-1)?.sentence !== sentence) known.count += 1;
      known.places.push({ ...phrase, sentence });
    }
  }
  for (const [key, found] of all) {
    const whole = all.get(rules.shorter?.(key) ?? "");
    if (whole === undefined) continue;
    all.delete(key);
    join(whole, found);
  }
  return [...all.values()];
}

/** Adds the places of a longer writing of the same term. */
function join(whole: Collected, found: Collected): void {
  const { length } = whole.places[0]?.text ?? "";
  for (const place of found.places)
    whole.places.push({ ...place, text: place.text.slice(0, length), end: place.start + length });
  whole.count = new Set(whole.places.map(({ sentence }) => sentence)).size;
}

function longest({ places }: Collected): number {
  return Math.max(...places.map(({ text }) => text.length));
}

/** Every place of every phrase, by sentence. */
function areasOf(found: readonly Collected[]): ReadonlyMap<number, readonly Span[]> {
  const areas = new Map<number, Span[]>();
  for (const { places } of found) {
    for (const place of places) areas.set(place.sentence, [...(areas.get(place.sentence) ?? []), place]);
  }
  return areas;
}

/** Whether a place lies inside no other. */
function isFree({ sentence, start, end }: Placed, areas: ReadonlyMap<number, readonly Span[]>): boolean {
  const isWider = (area: Span): boolean =>
    area.start <= start && area.end >= end && area.end - area.start > end - start;
  return !areas.get(sentence)?.some(isWider);
}

/** The writing met most often, the first of several. */
function usualForm(places: readonly Phrase[]): string {
  const counts = new Map<string, number>();
  for (const { text } of places) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ["", 0])[0];
}
