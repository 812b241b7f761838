import type { Bead, LanguageTag, Span } from "@stele/model";
import type { BeadExplanation } from "./explain.ts";
import type { SentenceBlocks } from "./sentence-blocks.ts";
import type { BeadTexts, SideLanguages, WordLexicon } from "./words/word-lexicon.ts";

/** What the aligner is built from. */
export interface AlignerOptions {
  /** The bytes of `stele-vectors.bin` (`@stele/align/vectors.bin`). Without them length and anchors still align. */
  readonly vectors?: Uint8Array;
}

/** How one text is aligned. `source` and `target` are the languages of the two sides. */
export interface AlignOptions {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** The blocks that the sentences stand in, where the texts have any. */
  readonly blocks?: SentenceBlocks;
  /** Beads made by a person: they come back unchanged, whatever their size. */
  readonly fixed?: readonly Bead[];
  /** The beads before the correction; with `fixed`, only the stretch around a fixed bead is searched again. */
  readonly previous?: readonly Bead[];
  /** Whether to say why each bead was made; default false. */
  readonly explain?: boolean;
  readonly signal?: AbortSignal;
  /** Called with the share done, from 0 to 1, never falling. */
  readonly onProgress?: (done: number) => void;
}

/** A kind of evidence that took part: `meaning` only where vectors were given. */
export type EvidenceKind = "meaning" | "length" | "anchors";

/**
 * A sentence without a partner in its place, or with one that is in doubt, and the sentences elsewhere that may be its
 * partner, best first.
 */
export interface MovedHint {
  /** Index of the sentence, where it is a source sentence. */
  readonly source?: number;
  /** Index of the sentence, where it is a target sentence. */
  readonly target?: number;
  /** Sentence indexes of the other side. */
  readonly candidates: readonly number[];
}

/** What `align` gives. */
export interface Alignment {
  /** Every sentence of both sides in exactly one bead, in order. */
  readonly beads: readonly Bead[];
  readonly evidence: readonly EvidenceKind[];
  /** Only where a sentence without a sure partner seems to stand elsewhere on the other side. */
  readonly moved?: readonly MovedHint[];
  /** One a bead, in the order of the beads; only with `explain`. */
  readonly explanations?: readonly BeadExplanation[];
}

/** Words of two sentences that say the same; many to many. */
export interface SentenceWordLink {
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  /** From 0 to 1. */
  readonly confidence: number;
}

/** The languages of two sentences whose words are linked. */
export interface WordLinkOptions {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** What was learnt from the bitext that the sentences stand in: names and terms that come again are then found. */
  readonly lexicon?: WordLexicon;
}

/** The languages of both sides, and a signal. */
export interface LearnWordsOptions extends SideLanguages {
  readonly signal?: AbortSignal;
}

/** Aligns sentences and links words. */
export interface Aligner {
  /** Whether vectors were given. */
  readonly hasMeaning: boolean;
  /**
   * Aligns two lists of sentences; the index is the position in the list, and empty strings are legal.
   *
   * @throws SteleError `beads-invalid` where `fixed` or `previous` do not fit, `cancelled` after the signal,
   * `offsets-invalid` where `blocks` or their kinds do not have one entry a sentence, `input-too-long` above 400,000
   * sentences of both sides together.
   */
  align(source: readonly string[], target: readonly string[], options: AlignOptions): Promise<Alignment>;
  /** Links the words of two sentences (or runs of sentences) that say the same; computed on demand. */
  linkWords(source: string, target: string, options: WordLinkOptions): readonly SentenceWordLink[];
  /**
   * Learns from the beads of a bitext which words keep company, for `linkWords` in each of them.
   *
   * @throws SteleError `cancelled` after the signal.
   */
  learnWords(beads: readonly BeadTexts[], options: LearnWordsOptions): Promise<WordLexicon>;
}
