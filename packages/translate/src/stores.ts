import type { LanguageTag, Span, Standing } from "@stele/model";

/** An answer as it is kept. */
export interface StoredAnswer {
  readonly text: string;
  readonly charged?: number;
  readonly ranges?: readonly { readonly source: Span; readonly target: Span }[];
  readonly via?: LanguageTag;
}

/** What an answer is kept under, and what a person needs to find it again. */
export interface AnswerFacts {
  readonly key: string;
  readonly engine: string;
  readonly model?: string;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** The text that was sent. */
  readonly text: string;
  readonly attempt: number;
}

/** Every answer ever paid for. Resuming is looking up keys; there is no other state of a run. */
export interface AnswerStore {
  get(key: string): StoredAnswer | undefined;
  /** All of them, or none, are durable (on the disk, past a power cut) when it returns. Storing a key twice replaces it. */
  put(answers: readonly KeptAnswer[]): void;
  /** Marks an answer that the guard refused; it stays stored, and `get` still gives it. */
  markRejected?(key: string, reasons: readonly string[]): void;
}

/** One answer with its key and facts. */
export interface KeptAnswer {
  readonly facts: AnswerFacts;
  readonly answer: StoredAnswer;
}

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
  /** The text before it: a unit that stood after the same text comes first. */
  readonly previous?: string;
  /** At most so many. */
  readonly limit: number;
}

/** The translation memory. */
export interface MemoryLookup {
  /** Best first: by score, then corrected, approved, human, machine. */
  find(query: MemoryQuery): readonly MemoryMatch[];
}
