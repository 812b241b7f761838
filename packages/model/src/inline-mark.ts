import type { Span } from "./span.ts";

/** What an inline mark does to the words it covers. */
export type InlineMarkKind = "emphasis" | "strong" | "deletion" | "code" | "link" | "image" | "footnote" | "html";

/**
 * A mark over a stretch of an article's text, beside the text: the text itself holds no markup. An image covers its
 * description; a footnote's number and a lone tag cover nothing (`start === end`). Marks may hold one another.
 */
export interface InlineMark extends Span {
  readonly kind: InlineMarkKind;
  /** Of links and images, as the file names it. */
  readonly url?: string;
  /** Of links and images: shown beside them. */
  readonly title?: string;
  /** Of footnotes: the name of the note. */
  readonly label?: string;
  /** Of `html`: the tag before and the tag after, as they stood. */
  readonly open?: string;
  readonly close?: string;
}

const ORDER: readonly InlineMarkKind[] = [
  "link",
  "strong",
  "emphasis",
  "deletion",
  "html",
  "code",
  "image",
  "footnote",
];

/**
 * Marks in the order in which they open: outer ones before those they hold, and what covers nothing before what begins
 * there; equal input gives equal order.
 */
export function sortMarks(marks: readonly InlineMark[]): readonly InlineMark[] {
  return [...marks].sort((a, b) => a.start - b.start || lengthOrder(a, b));
}

function lengthOrder(a: InlineMark, b: InlineMark): number {
  const [one, other] = [a.end - a.start, b.end - b.start];
  if (one === 0 || other === 0) return one - other;
  return other - one || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

/** The marks of a stretch of text, cut to it and moved to its beginning; `by` is added to every offset. */
export function sliceMarks(marks: readonly InlineMark[], { start, end }: Span, by = -start): readonly InlineMark[] {
  return marks.flatMap((mark) => {
    const isInside =
      mark.start === mark.end ? mark.start >= start && mark.end <= end : mark.start < end && mark.end > start;
    if (!isInside) return [];
    return [{ ...mark, start: Math.max(mark.start, start) + by, end: Math.min(mark.end, end) + by }];
  });
}
