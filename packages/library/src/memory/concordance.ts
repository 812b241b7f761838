import type { ConcordanceHit, ConcordanceQuery } from "@stele/model";
import { LANGUAGE_TAGS, type Span } from "@stele/model";
import type { Database } from "../sqlite/database.ts";
import { fold, foldWithOrigin } from "./fold.ts";
import { type FoundSentence, groupSides } from "./found-sentences.ts";
import { sidesAsTarget, sidesMatching } from "./found-sides.ts";
import { hitList } from "./longer-beads.ts";
import { partsOf } from "./query-parts.ts";
import { queryPattern } from "./query-pattern.ts";
import { queryTerms } from "./query-terms.ts";
import { languageMark, otherLanguageMark } from "./unit-store.ts";

/**
 * Shortest texts first; texts that were removed are not found. Where every language is asked, a translation that has
 * the query as well stands beside its source and not by itself.
 */
export function searchConcordance(database: Database, query: ConcordanceQuery): readonly ConcordanceHit[] {
  const { limit = 100, offset = 0 } = query;
  const list = hitList();
  for (const hit of allHits(database, query)) {
    list.add(hit);
    if (list.hits.length >= offset + limit) break;
  }
  return list.hits.slice(offset, offset + limit);
}

function* allHits(database: Database, query: ConcordanceQuery): Iterable<ConcordanceHit> {
  const { mode = "forms" } = query;
  const folded = fold(query.query).trim();
  const parts = partsOf(folded);
  if (parts.length === 0) return;
  const pattern = queryPattern(folded, parts, mode);
  const terms = [...queryTerms(database, parts, mode), ...marksOf(query)];
  const match =
    terms.length === 0 ? LANGUAGE_TAGS.map((tag) => `"${languageMark(tag)}"`).join(" OR ") : terms.join(" AND ");
  const isAnyLanguage = query.language === undefined && query.other === undefined;
  for (const sentence of groupSides(sidesMatching(database, match, query))) {
    const spans = spansOf(sentence.text, pattern);
    if (spans.length === 0) continue;
    const isListed =
      isAnyLanguage && sourcesOf(database, sentence, query).some((text) => spansOf(text, pattern).length > 0);
    if (!isListed) yield hitOf(sentence, spans, pattern);
  }
}

/** Languages are words of the index, so that it filters by them itself. */
function marksOf({ language, other }: ConcordanceQuery): readonly string[] {
  return [
    ...(language === undefined ? [] : [`"${languageMark(language)}"`]),
    ...(other === undefined ? [] : [`"${otherLanguageMark(other)}"`]),
  ];
}

/** What a text translates. */
function sourcesOf(database: Database, { language, text }: FoundSentence, query: ConcordanceQuery): readonly string[] {
  const sides = sidesAsTarget(database, text, query).filter((side) => side.language === language);
  return sides.flatMap(({ counterpart }) => (counterpart === undefined ? [] : [counterpart.text]));
}

function hitOf(sentence: FoundSentence, spans: readonly Span[], pattern: RegExp): ConcordanceHit {
  const counterparts = sentence.counterparts.map((other) => ({ ...other, spans: spansOf(other.text, pattern) }));
  return { ...sentence, spans, counterparts };
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  const folded = foldWithOrigin(text);
  return [...folded.text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: folded.origin[index] ?? 0,
    end: endOf(folded.origin, index + found.length),
  }));
}

/** The end of the last original character that took part. */
function endOf(origin: readonly number[], end: number): number {
  const lastStart = origin[end - 1] ?? 0;
  const next = origin.slice(end).find((start) => start > lastStart);
  return next ?? origin.at(-1) ?? 0;
}
