import type { Span, WordState } from "../api/nouns.ts";
import type { Studied } from "../study/studied-in.ts";

/** A reading over a stretch of text, or another form in its place. */
export interface Annotation extends Span {
  /** Stands over the text. */
  readonly ruby?: string;
  /** Stands instead of the text. */
  readonly shown?: string;
}

/** A stretch that is linked to words of other languages; stretches of one group say the same. */
export interface Mark extends Span {
  readonly group: number;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** A piece of a sentence that is set as one. */
export interface Piece extends Span {
  readonly text: string;
  readonly ruby?: string;
  readonly mark?: Mark;
  /** How well the reader knows it, where it is a marked word. */
  readonly studied?: WordState;
  /** True where another translation in the same language says it otherwise. */
  readonly isDifferent?: true;
}

/** What is known of a sentence's stretches. */
export interface Layers {
  readonly annotations?: readonly Annotation[];
  readonly marks?: readonly Mark[];
  readonly differences?: readonly Span[];
  readonly studied?: readonly Studied[];
}

/**
 * Cuts a text into pieces at the edges of annotations, marks, differences and studied words. An annotation is never
 * cut: a mark that begins inside one does not count there. The pieces' spans cover the text exactly.
 */
export function piecesOf(text: string, layers: Layers): readonly Piece[] {
  const { annotations = [], marks = [], differences = [], studied = [] } = layers;
  const whole = annotations.filter(({ start, end }) => start < end && end <= text.length);
  const isInside = (at: number): boolean => whole.some(({ start, end }) => at > start && at < end);
  const edges = new Set([0, text.length]);
  for (const { start, end } of whole) edges.add(start).add(end);
  for (const { start, end } of [...marks, ...differences, ...studied])
    for (const at of [start, end]) if (at <= text.length && !isInside(at)) edges.add(at);
  const sorted = [...edges].sort((left, right) => left - right);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? text.length;
    const own = whole.find((annotation) => annotation.start === start);
    const mark = strongestAt(marks, start);
    const word = studied.find((one) => one.start <= start && start < one.end);
    return {
      start,
      end,
      text: own?.shown ?? text.slice(start, end),
      ...(own?.ruby === undefined ? {} : { ruby: own.ruby }),
      ...(mark === undefined ? {} : { mark }),
      ...(word === undefined ? {} : { studied: word.state }),
      ...(differences.some((one) => one.start <= start && start < one.end) ? { isDifferent: true } : {}),
    };
  });
}

function strongestAt(marks: readonly Mark[], at: number): Mark | undefined {
  let best: Mark | undefined;
  for (const mark of marks) {
    if (at < mark.start || at >= mark.end) continue;
    if (best === undefined || mark.confidence > best.confidence) best = mark;
  }
  return best;
}
