import type { LanguageTag } from "./language-tag.ts";
import type { Span } from "./span.ts";

/** An answer of an engine as it is kept. */
export interface StoredAnswer {
  readonly text: string;
  /** Characters that the service says it billed. */
  readonly charged?: number;
  /** Spans of the text that was sent and of the answer that say the same, where the engine tells. */
  readonly ranges?: readonly { readonly source: Span; readonly target: Span }[];
  /** The language through which it was translated, where it was not done at once. */
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
  /** 1 at first; a second try in another way has its own answer. */
  readonly attempt: number;
}

/** One answer with its key and facts. */
export interface KeptAnswer {
  readonly facts: AnswerFacts;
  readonly answer: StoredAnswer;
}

/**
 * Every answer ever paid for. Resuming is looking up keys; there is no other state of a run, and no way to delete one.
 */
export interface AnswerStore {
  get(key: string): StoredAnswer | undefined;
  /**
   * All of them, or none, are durable (on the disk, past a power cut) when it returns. Storing a key twice replaces it.
   */
  put(answers: readonly KeptAnswer[]): void;
  /** Marks an answer that the guard refused; it stays stored, and `get` still gives it. */
  markRejected?(key: string, reasons: readonly string[]): void;
}
