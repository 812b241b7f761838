import type { Block, Sentence } from "./article.ts";
import type { Bead } from "./bead.ts";
import type { GuardPiece } from "./guard-report.ts";
import type { InlineMark } from "./inline-mark.ts";
import type { Provenance } from "./provenance.ts";
import { joinLines } from "./sentence-text.ts";

/**
 * A part of a translation that stands by itself: whole beads with the text that they hold. Offsets and indexes are
 * those of the whole translation; passages in order, one after the other, are the translation.
 */
export interface Passage {
  /** The translation's text from `start` on. */
  readonly text: string;
  readonly start: number;
  /** The index of its first sentence. */
  readonly first: number;
  readonly sentences: readonly Sentence[];
  /** Blocks that end here; the last one may go on in the next passage, and is there then. */
  readonly blocks: readonly Block[];
  readonly beads: readonly Bead[];
  readonly pieces: readonly GuardPiece[];
  readonly marks: readonly InlineMark[];
  /** Sentences whose provenance differs from the side's, by sentence index. */
  readonly overrides: Readonly<Record<number, Provenance>>;
}

type Lists = "sentences" | "blocks" | "beads" | "pieces" | "marks";

/** One kind of what passages hold, in order, as if it were one list; it may be gone through as often as they may. */
export function listOf<K extends Lists>(passages: Iterable<Passage>, kind: K): Iterable<Passage[K][number]> {
  return {
    *[Symbol.iterator]() {
      for (const passage of passages) yield* passage[kind];
    },
  };
}

/** The text of a translation, a piece a passage; it may be gone through as often as they may. */
export function textsOf(passages: Iterable<Passage>): Iterable<string> {
  return {
    *[Symbol.iterator]() {
      for (const { text } of passages) yield text;
    },
  };
}

/** A sentence of a passage on one line, by its index in the whole; empty where it stands in another passage. */
export function passageLine({ text, start, first, sentences }: Passage, index: number): string {
  const sentence = sentences[index - first];
  return sentence === undefined ? "" : joinLines(text.slice(sentence.start - start, sentence.end - start));
}
