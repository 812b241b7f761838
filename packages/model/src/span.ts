import { SteleError } from "./stele-error.ts";

/** A piece of text, half open, in UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Sentences by their indexes, half open: `[from, to)`; empty where `from === to`. Text is cut by `Span` objects and
 * sentences are grouped by `Range` tuples, so that an offset cannot be taken for an index.
 */
export type Range = readonly [from: number, to: number];

/** How many sentences a range holds. */
export function rangeLength(range: Range): number {
  return range[1] - range[0];
}

/**
 * Checks that spans are in order, do not overlap and lie inside a text of `length` code units.
 *
 * @throws SteleError `offsets-invalid`, naming the first offender.
 */
export function checkSpans(spans: Iterable<Span>, length: number, what: string): void {
  let previousEnd = 0;
  let index = 0;
  for (const { start, end } of spans) {
    if (!(Number.isInteger(start) && Number.isInteger(end) && previousEnd <= start && start <= end && end <= length)) {
      throw new SteleError({
        code: "offsets-invalid",
        message: `The ${what} number ${index} [${start}, ${end}) overlaps its neighbour or leaves the text of ${length} code units.`,
        hint: "Offsets are UTF-16 code units, half open, in order and without overlap.",
        details: { what, index, start, end, length },
      });
    }
    previousEnd = end;
    index += 1;
  }
}
