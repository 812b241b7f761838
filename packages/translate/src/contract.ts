import type { LanguageTag, Span, Standing, SteleError } from "@stele/model";
import type { Counts } from "./around/meter.ts";
import type { Readiness } from "./readiness.ts";

/** What translates. Every engine passes the contract suite of `@stele/translate/testing`. */
export interface Engine {
  /** The name by which it is chosen and by which its answers are kept: `deepl`, `local`, `openai`. */
  readonly name: string;
  readonly describe: EngineDescription;
  /**
   * Gives the answers as they come, each index exactly once, in any order. It takes any number of texts, blank ones
   * too, and packs them into requests itself. After an abort nothing new is sent; what was in flight is still given,
   * then it throws `cancelled`.
   *
   * @throws SteleError; what came before the error stays good.
   */
  translate(request: TranslationRequest, signal?: AbortSignal): AsyncIterable<Translated>;
  /** What the account has used, for engines that can tell; asks the service. */
  usage?(): Promise<Usage>;
  /** Whether it could translate now, without sending any text. */
  ready?(): Promise<Readiness>;
  /** Ends what it keeps open: workers, sockets. It may be used again afterwards. */
  close?(): Promise<void>;
}

/** What an engine can do; plain data, known before anything is sent. */
export interface EngineDescription {
  /** For people: `DeepL`. */
  readonly label: string;
  /** The host that receives the text; null where the text never leaves the machine. */
  readonly sendsTextTo: string | null;
  /** True where a call may cost money. */
  readonly isPaid: boolean;
  /** Part of the key of every answer. */
  readonly model?: string;
  /** Everything set on the engine that changes its answers; part of the key of every answer. */
  readonly settings: Readonly<Record<string, string>>;
  readonly limits: EngineLimits;
  readonly takes: EngineAbilities;
  /** Names that `TranslationRequest.options` may carry; anything else is refused with `usage`. */
  readonly options: readonly string[];
}

/** How much an engine takes at once. */
export interface EngineLimits {
  readonly textsPerRequest: number;
  /** In the engine's own measure, see `requestBytes`; absent where only the number of texts counts. */
  readonly bytesPerRequest?: number;
  /** The size of a request with these texts, in bytes as the service counts them. */
  readonly requestBytes?: (request: TranslationRequest) => number;
  /** Requests at the same time, a process. */
  readonly concurrency: number;
}

/** What of a request an engine heeds; the rest it ignores. */
export interface EngineAbilities {
  readonly context: boolean;
  readonly glossary: boolean;
  /** Translations to imitate. */
  readonly examples: boolean;
  /** Inline marks as numbered tags: `<x1>…</x1>`. */
  readonly tags: boolean;
}

/** Texts to translate and everything that may change the answer. */
export interface TranslationRequest {
  readonly texts: readonly string[];
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** In the source language: what a reader has read before the first text. */
  readonly context?: string;
  /** One context a text, for `batch` to choose from; engines read `context`. */
  readonly contexts?: readonly string[];
  readonly contextPolicy?: ContextPolicy;
  readonly glossary?: Glossary;
  /** Similar texts already translated, one list a text. */
  readonly examples?: readonly (readonly Example[])[];
  /** Options of the engine by name, such as `region: "GB"`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Each text in a request of its own. */
  readonly isAlone?: boolean;
  /** What one text is; a paragraph may hold several sentences. Default `sentence`. */
  readonly unit?: "sentence" | "paragraph";
  /** The text that stands before each, for a memory that prefers the same surroundings. */
  readonly previous?: readonly string[];
  /** The texts carry numbered tags and escaped `& < >`. */
  readonly isTagged?: boolean;
  /** Of tagged texts: what each says without them, as a memory knows it. */
  readonly untagged?: readonly Untagged[];
  /** 1 at first; a second try in another way has its own answers. */
  readonly attempt?: number;
  /** Told what the engine does inside the request, as it happens; changes no answer. */
  readonly watch?: RequestWatch;
}

/** Watches over what an engine sends of its own accord: halves of a request, texts singly, a question once more. */
export interface RequestWatch {
  /** What was done. An engine that tells nothing counts as having sent the request once, and lost it with an error. */
  tell(done: Partial<Counts>): void;
  /** These texts may have been charged in vain. */
  lose(texts: readonly string[]): void;
  /**
   * Asked before texts go once more: their answers were lost and may have been charged, or came and are doubtful. False:
   * they must not.
   */
  maySendAgain(texts: readonly string[], why: "lost" | "doubtful"): boolean;
  /** The error of a request that ends because lost texts must not go once more: it says so, and what is missing. */
  endedByCap(error: SteleError, texts: readonly string[]): SteleError;
}

/** A tagged text without its tags. */
export interface Untagged {
  readonly text: string;
  /** Code and addresses, which any translation of it holds as they are. */
  readonly kept: readonly string[];
}

/** Where a request takes its context from: nowhere, before its first text, or a request a block. */
export type ContextPolicy = "none" | "batch" | "block";

/** One answer. */
export interface Translated {
  /** Index into the texts of the request. */
  readonly index: number;
  readonly text: string;
  /** Characters that the service says it billed. */
  readonly charged?: number;
  /** Which part of the text became which part of the answer, UTF-16 code units, where the engine can tell. */
  readonly ranges?: readonly { readonly source: Span; readonly target: Span }[];
  /** The language in between, where there was no direct way. */
  readonly via?: LanguageTag;
  /** Set by the layers around an engine: a stored answer or the memory gave it, nothing was sent. */
  readonly from?: "answers" | "memory";
  /** Set with `from: "memory"`: how far a person answers for it. */
  readonly standing?: Standing;
  /** Set by the layers around an engine: the key under which the answer is kept. */
  readonly key?: string;
  /** True where the next answer of the same response is already at hand, so that both can be stored at once. */
  readonly hasMore?: boolean;
}

/** Two equal texts in two languages: how a term is to be translated. */
export interface Term {
  readonly source: string;
  /** What engines are told. */
  readonly target: string;
  /** Other translations that are as good: what a check takes too. */
  readonly accepted?: readonly string[];
}

/** Terms for one pair of languages. */
export interface Glossary {
  readonly terms: readonly Term[];
}

/** A translation to imitate. */
export interface Example {
  readonly source: string;
  readonly target: string;
  /** How similar its source is, from 0 to 1. */
  readonly score: number;
}

/** What an account has used in the current period. */
export interface Usage {
  /** Undefined fields: the service does not say. A limit of null is no limit. */
  readonly characters?: { readonly used: number; readonly limit: number | null };
}
