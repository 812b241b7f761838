import type { Aligner } from "@stele/align";
import type { Card } from "@stele/formats";
import type { ConcordanceHit, Counterpart, Span } from "@stele/model";

/** The hit with the counterparts' words marked that are linked to those found. */
export function linkHit(hit: ConcordanceHit, aligner: Aligner): ConcordanceHit {
  const counterparts = hit.counterparts.map((other) => ({ ...other, spans: linkedSpans(hit, other, aligner) }));
  return { ...hit, counterparts };
}

function linkedSpans(hit: ConcordanceHit, other: Counterpart, aligner: Aligner): readonly Span[] {
  if (other.language === hit.language) return other.spans;
  const links = aligner.linkWords(hit.text, other.text, { source: hit.language, target: other.language });
  const found = links.filter(({ source }) => source.some((word) => hit.spans.some((span) => overlaps(word, span))));
  const linked = found
    .flatMap(({ target }) => target)
    .filter((span) => !other.spans.some((own) => overlaps(own, span)));
  return [...other.spans, ...linked].toSorted((one, two) => one.start - two.start);
}

function overlaps(one: Span, two: Span): boolean {
  return one.start < two.end && two.start < one.end;
}

/** A hit as rows of a table, one a counterpart: both texts, the query, both languages, where it stands. */
export function hitRows(hit: ConcordanceHit, query: string): readonly (readonly string[])[] {
  const others = hit.counterparts.length === 0 ? [{ text: "", language: "" }] : hit.counterparts;
  return others.map(({ text, language }) => [hit.text, text, query, hit.language, language, placeOfHit(hit)]);
}

/** A hit as a card to learn the word by. */
export function hitCard(hit: ConcordanceHit, query: string): Card {
  const translation = hit.counterparts.map(({ text }) => text).join(" / ");
  return { word: query, sentence: hit.text, translation, note: placeOfHit(hit) };
}

/** The titles of the texts that a hit stands in; where it stands in none, the names of its memories. */
export function placeOfHit({ places, memories }: ConcordanceHit): string {
  const titles = [...new Set(places.map(({ title }) => title))];
  return (titles.length === 0 ? memories : titles).join("; ");
}
