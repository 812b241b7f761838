import type { Span } from "../api/nouns.ts";

/** A stretch of a text. */
export interface Stretch extends Span {
  readonly isMarked: boolean;
}

/** The text cut into marked and other stretches, none of them empty, which together are the text. */
export function stretchesOf(text: string, spans: readonly Span[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const span of spans.toSorted((left, right) => left.start - right.start)) {
    const start = Math.max(at, span.start);
    const end = Math.min(text.length, span.end);
    if (start >= end) continue;
    if (start > at) stretches.push({ start: at, end: start, isMarked: false });
    stretches.push({ start, end, isMarked: true });
    at = end;
  }
  if (at < text.length) stretches.push({ start: at, end: text.length, isMarked: false });
  return stretches;
}
