import type { Aligner } from "@stele/align";
import type { InlineMark, LanguageTag, LongBitext, Side } from "@stele/model";
import type { Caps, ContextPolicy, Counts, Engine, Estimate, Glossary, Spending } from "@stele/translate";

/** What is to be translated, into what, and how. */
export interface TranslationWishes {
  readonly source: Side;
  /** Marks over the source's text, for engines that take tags. */
  readonly sourceMarks?: readonly InlineMark[];
  readonly to: readonly LanguageTag[];
  /** As `openEngine` gives it: what stands around it comes from here. */
  readonly engine: Engine;
  /** How the input is called in the list of runs. */
  readonly name: string;
  /** What is sent as one text; default `sentence`. */
  readonly unit?: "sentence" | "paragraph";
  /** Default `batch`. */
  readonly contextPolicy?: ContextPolicy;
  readonly glossary?: Glossary;
  /** Options of the engine by name, a list a language: `{ en: { region: "GB" } }`. */
  readonly engineOptions?: Readonly<Partial<Record<LanguageTag, Readonly<Record<string, string>>>>>;
  /** Ask anew what is stored. */
  readonly isFresh?: boolean;
  /** Names of the memories to look in; default: all. None: the memory is gone past. */
  readonly memories?: readonly string[];
  /** Default: the bundled one. */
  readonly aligner?: Aligner;
}

/** How far a run may go, and who is told. */
export interface RunOptions {
  /** Default: no caps. One for all languages together. */
  readonly caps?: Caps;
  /**
   * What the plan's estimate said: where the run has caps, room for first answers to all of the text is kept free of
   * second tries. Default: the run makes the estimate itself.
   */
  readonly foreseen?: Pick<Estimate, "firstTries">;
  /** Shared with other runs, in place of caps of this run's own; what is to be kept free is reserved there already. */
  readonly spending?: Spending;
  /** Aborted: nothing new is sent; an answer in flight is still kept. */
  readonly signal?: AbortSignal;
  /** Told how many pieces of a language are answered, of how many. */
  readonly onProgress?: (done: number, total: number, target: LanguageTag) => void;
  /** Told when another process writes to the library for long; the run waits for it and loses nothing. */
  readonly onBusy?: () => void;
}

/** What a run gave whose translations are not held. */
export interface FinishedLong {
  /** To be gone through until `close`, and while the library is open. */
  readonly bitexts: readonly LongBitext[];
  readonly counts: Counts;
  /** Throws away what the passages were read from. */
  close(): void;
}
