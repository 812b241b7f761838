import type { Bead, LanguageTag, Span } from "@stele/model";
import type { Term } from "../contract.ts";
import type { TermTools } from "../terms/term-tools.ts";

/** Two languages, in the direction of the translation. */
export interface LanguagePair {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
}

/** How long a translation is: target characters a source character, with the variance of that. */
export interface LengthStatistics {
  readonly ratio: number;
  readonly variance: number;
}

/** What the guard needs and does not own; `core` passes in the segmenter and the aligner. */
export interface GuardTools {
  /** The sentences of one block of translated text, as spans of that text. */
  readonly segment: (text: string, language: LanguageTag) => readonly Span[];
  /** Beads between two runs of sentences. */
  readonly align: (
    source: readonly string[],
    target: readonly string[],
    pair: LanguagePair,
  ) => Promise<readonly Bead[]>;
  readonly lengthPrior: (source: LanguageTag, target: LanguageTag) => LengthStatistics;
  /** The figures of a text in one spelling: `1500000` for 1.5 million, 150만, 一百五十万. */
  readonly figures: (text: string, language: LanguageTag) => readonly string[];
  /** The numbers that a text may say in words: `two hundred`, `열흘`, `百`; the more generous, the fewer false alarms. */
  readonly numberWords: (text: string, language: LanguageTag) => ReadonlySet<number>;
  /** What terms and names are looked for by. */
  readonly terms: TermTools;
  /** Names whose translation is known (memory, the aligner's anchors): each must be there if its source is. */
  readonly names?: (text: string, pair: LanguagePair) => readonly Term[];
}
