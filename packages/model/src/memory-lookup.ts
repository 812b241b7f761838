import type { LanguageTag } from "./language-tag.ts";
import type { Standing } from "./provenance.ts";

/** A unit of the translation memory that is like a text. */
export interface MemoryMatch {
  readonly source: string;
  readonly target: string;
  /** 1 is the same text (blanks at its ends aside); less is similar. */
  readonly score: number;
  readonly standing: Standing;
  /** True where a reader should look twice at it: never used in place of a call. */
  readonly lowScore?: boolean;
}

/** What to look for. */
export interface MemoryQuery {
  readonly text: string;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** Least score, 0 to 1. */
  readonly minScore: number;
  /** At most so many. */
  readonly limit: number;
  /** The text before it: a unit that stood after the same text goes first among equals. */
  readonly before?: string;
}

/** A translation memory, as far as a translation asks it; the library keeps one. */
export interface MemoryLookup {
  /** Best first: by score, then corrected, approved, human, machine. */
  find(query: MemoryQuery): readonly MemoryMatch[];
}
