import type {
  ArticleId,
  BitextId,
  EngineAbilities,
  GuardReport,
  LanguageTag,
  Provenance,
  ReadinessState,
} from "@stele/core/node";
import type { ApiError } from "./texts.ts";

/** `GET /api/engines`; with `?text=ID&to=ko,zh-Hans` each engine says what that text would cost. */
export interface EnginesAnswer {
  readonly engines: readonly EngineItem[];
  readonly caps: CapsItem;
}

/**
 * The user's own caps, of all languages together. What would pass one is not sent: the work ends there and can go on.
 */
export interface CapsItem {
  /** Unicode code points. */
  readonly maxCharacters: number;
  /** In the currency of the price that the user has set. */
  readonly maxCost?: number;
}

/** `GET /api/unfinished`: translations of texts of the library that ended before their end, the latest first. */
export interface UnfinishedAnswer {
  readonly runs: readonly UnfinishedRun[];
}

/** `POST /api/translate` with the same text, language and engine goes on from here. */
export interface UnfinishedRun {
  readonly text: ArticleId;
  readonly title: string;
  readonly to: LanguageTag;
  readonly engine: string;
  /** Sentences that were answered when it ended, of all. */
  readonly answered: number;
  readonly texts: number;
}

/** An engine as a reader chooses it. */
export interface EngineItem {
  readonly name: string;
  readonly label: string;
  /** The host that receives the text; null where it never leaves this computer. */
  readonly sendsTextTo: string | null;
  readonly isPaid: boolean;
  readonly model?: string;
  readonly isReady: boolean;
  /** Why it is not ready, or what it will use; `readinessText` of `@stele/messages` says it. */
  readonly state: ReadinessState;
  readonly details: Readonly<Record<string, string>>;
  /** What of a request it heeds. */
  readonly takes: EngineAbilities;
  /** False where the user's settings keep text on this computer. */
  readonly isAllowed: boolean;
  /** Only where a text was named and the engine is ready and allowed. */
  readonly estimate?: EstimateItem;
}

/** What translating a text would send, after stored answers, memory and repetitions. Nothing is sent to find out. */
export interface EstimateItem {
  /** Texts and Unicode code points to send. */
  readonly texts: number;
  readonly characters: number;
  readonly requests: number;
  readonly fromAnswers: number;
  readonly fromMemory: number;
  readonly duplicates: number;
  /** Texts among those to send that an earlier run asked for, and that came back empty. */
  readonly emptyBefore: number;
  /** Only where the user has set a price. */
  readonly cost?: { readonly amount: number; readonly currency: string };
  /** The same of each language alone. */
  readonly languages: readonly (Omit<EstimateItem, "languages"> & { readonly to: LanguageTag })[];
}

/**
 * `POST /api/translate`, answered by server-sent events. Closing the connection cancels: nothing new is sent, and what
 * was answered is kept, so that the same request goes on where this one stopped.
 */
export interface TranslateRequest {
  /** The text's id. */
  readonly text: string;
  /** One or two languages. */
  readonly to: readonly LanguageTag[];
  /** Always named: nothing is sent to an engine that was not chosen. */
  readonly engine: string;
  /** Most characters to send; default and upper limit: the user's own cap. */
  readonly maxCharacters?: number;
  /** What is sent as one text; default `sentence`. */
  readonly unit?: "sentence" | "paragraph";
}

/**
 * The events of a translation: any number of `progress`, a `language` for each one done, at the end `done` or `error`.
 */
export interface TranslateEvents {
  readonly progress: { readonly to: LanguageTag; readonly done: number; readonly total: number };
  /** The language is kept: its bitext is in the library. */
  readonly language: {
    readonly to: LanguageTag;
    readonly bitext: BitextId;
    readonly counts: GuardReport["counts"] | null;
  };
  readonly done: { readonly id: ArticleId; readonly charactersBilled: number };
  /** The member `error` of an `ApiError`. */
  readonly error: ApiError["error"];
}

/** `POST /api/suggest`: a bead's source sentences translated anew; nothing is changed. */
export interface SuggestRequest {
  readonly bitext: BitextId;
  readonly bead: number;
  readonly engine: string;
  readonly maxCharacters?: number;
}

/** The suggestion, sentence by sentence; an `edit` puts it in place. */
export interface SuggestAnswer {
  readonly sentences: readonly string[];
  readonly provenance: Provenance;
}
