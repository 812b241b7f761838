import type {
  ArticleId,
  Bitext,
  BitextId,
  ErrorCode,
  ErrorDetails,
  LanguageTag,
  Polytext,
  Provenance,
} from "@stele/core/node";

/** Every answer that is no success. A `stale-revision` answer (409) is a `StaleAnswer`. */
export interface ApiError {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly hint: string;
    /** For `request-refused`: `reason` and, where a limit was passed, `limitBytes`. */
    readonly details: ErrorDetails;
  };
}

/** `GET /api/about`: what this server is. */
export interface About {
  readonly name: "stele";
  readonly version: string;
  /** Tells two servers on different data folders apart without naming a folder. */
  readonly library: string;
  /** The address of the vectors file; its content never changes. Absent where there is none. */
  readonly vectors?: string;
  /** The same for the Chinese dictionary. */
  readonly dictionary?: string;
  /** The largest body that is taken, in bytes. */
  readonly uploadBytes: number;
}

/** A text as the list shows it. Dates are ISO 8601 in UTC. */
export interface TextItem {
  readonly id: ArticleId;
  readonly title: string;
  /** The source's language first. */
  readonly languages: readonly LanguageTag[];
  readonly created: string;
  readonly updated: string;
  /** Only in the list of removed texts. */
  readonly removed?: string;
  /** Sentences of the source. */
  readonly sentences: number;
  readonly bitexts: readonly BitextId[];
}

/** `GET /api/texts` (and `?removed=1`): the last changed first. */
export interface TextList {
  readonly texts: readonly TextItem[];
}

/**
 * `GET /api/texts/:id`: languages, block kinds and provenance are in the sides, scores and revisions in the pairs. A
 * text without a translation has one side, a row a sentence and no pair. `?to=ko,zh-Hans` chooses the languages where
 * there are more than three, `?bitexts=ID,ID` two translations to compare, into one language too.
 */
export interface TextAnswer {
  readonly id: ArticleId;
  readonly title: string;
  /** Every pair that the text has, shown or not, in the order in which they were added. */
  readonly bitexts: readonly BitextItem[];
  readonly polytext: Polytext;
}

/**
 * A polytext whose pairs name their sides by index: each side is sent once, which makes a long text a third as large.
 * `?compact=1` asks for it, in the answers to `GET /api/texts/:id`, to corrections and to restores.
 */
export type CompactPolytext = Omit<Polytext, "pairs"> & {
  readonly pairs: readonly (Omit<Bitext, "source" | "target"> & { readonly source: number; readonly target: number })[];
};

/** An answer with a compact polytext. */
export type Compact<A extends TextAnswer> = Omit<A, "polytext"> & { readonly polytext: CompactPolytext };

/** A pair of a text, without its contents. */
export interface BitextItem {
  readonly id: BitextId;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** Where the translation came from: which engine, which file, which person. */
  readonly provenance: Provenance;
  readonly revision: number;
}

/**
 * The events of `POST /api/texts` and `POST /api/texts/:id/translations` for a client that accepts `text/event-stream`;
 * without that the answer is the `TextItem`. Closing the connection cancels, and nothing is kept then.
 */
export interface AddEvents {
  /** From 0 to 1. */
  readonly progress: { readonly share: number };
  readonly done: TextItem;
  readonly error: ApiError["error"];
}

/** A text to be kept, as JSON. Multipart takes the same by the fields `file` (several), `language` (one a file). */
export interface GivenText {
  readonly text: string;
  /** A language tag or `auto` (default). */
  readonly language?: string;
  /** Where it came from; its extension chooses the reader (`.md`, `.html`), default plain text. */
  readonly name?: string;
}

/** `POST /api/texts`: the first text is the source, one or two more are its translations and are aligned. */
export interface AddRequest {
  readonly texts: readonly GivenText[];
}
