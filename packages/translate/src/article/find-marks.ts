import { type InlineMark, type Span, sortMarks } from "@stele/model";
import type { Term } from "../contract.ts";
import { isAloneAt } from "../glossary.ts";

/** A text and the marks over it. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly InlineMark[];
}

/** The marks that have a place in a translation, and how many have none. */
export interface FoundMarks {
  /** Over the translation. */
  readonly marks: readonly InlineMark[];
  readonly lost: number;
}

/**
 * Finds the places of marks in a translation that came without tags, where there can be no doubt: what the whole text
 * is marked as, words that stand on both sides as they are (names, code, addresses) equally often, terms whose
 * translation stands there once, and what covers nothing at the beginning or the end.
 */
export function findMarks(source: MarkedText, translation: string, terms: readonly Term[]): FoundMarks {
  const found: InlineMark[] = [];
  for (const mark of sortMarks(source.marks)) {
    const place = placeOf(mark, source.text, { translation, terms });
    if (place !== undefined && found.every((other) => areNested(other, place))) found.push({ ...mark, ...place });
  }
  return { marks: sortMarks(found), lost: source.marks.length - found.length };
}

/** What a mark's place is looked for in and by. */
interface Looked {
  readonly translation: string;
  readonly terms: readonly Term[];
}

function placeOf(mark: InlineMark, text: string, { translation, terms }: Looked): Span | undefined {
  const [before, after] = [text.slice(0, mark.start), text.slice(mark.end)];
  if (mark.start === mark.end) return edgeOf([before, after], translation);
  if (!(hasWords(before) || hasWords(after))) return wholeOf(after, translation);
  const words = text.slice(mark.start, mark.end);
  const places = placesOf(words, translation);
  const own = placesOf(words, text);
  if (places.length > 0 && places.length === own.length)
    return places[own.findIndex(({ start }) => start === mark.start)];
  const term = terms.find(({ source }) => source.toLowerCase() === words.toLowerCase());
  const [only, ...more] = term === undefined ? [] : placesOf(term.target, translation);
  return more.length === 0 ? only : undefined;
}

/** A note's number stands before the first or after the last word; elsewhere nobody can say where. */
function edgeOf([before, after]: readonly [string, string], translation: string): Span | undefined {
  if (!hasWords(after)) return { start: translation.length, end: translation.length };
  return hasWords(before) ? undefined : { start: 0, end: 0 };
}

/** All of it; without its last full stop where the source's stands outside the mark. */
function wholeOf(after: string, translation: string): Span {
  const end = after.trim() === "" ? translation.length : translation.replace(/[\p{P}\s]+$/u, "").length;
  return { start: 0, end };
}

function placesOf(words: string, text: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    if (isAloneAt(at, words, text)) places.push({ start: at, end: at + words.length });
  }
  return places;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Apart, or one inside the other. */
function areNested(a: Span, b: Span): boolean {
  const isInside = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
  return a.end <= b.start || b.end <= a.start || isInside(a, b) || isInside(b, a);
}
