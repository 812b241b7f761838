import type {
  ArticleId,
  BeadExplanation,
  Bitext,
  BitextId,
  ErrorCode,
  ErrorDetails,
  LanguageTag,
  Polytext,
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
 * there are more than three.
 */
export interface TextAnswer {
  readonly id: ArticleId;
  readonly title: string;
  readonly polytext: Polytext;
}

/** A side of a bitext. */
export type SideName = "source" | "target";

/**
 * One step of a correction. Beads and sentences are named by their index after the steps before it; offsets into a
 * sentence count UTF-16 code units of the sentence on one line (`sentenceLine`).
 */
export type Operation =
  /** The beads `[from, to)` become one. */
  | { readonly op: "merge"; readonly from: number; readonly to: number }
  /** A bead becomes two: the second begins with these sentences. */
  | { readonly op: "split"; readonly bead: number; readonly source: number; readonly target: number }
  /** The end of a bead on one side moves by so many sentences: forwards takes them from the next bead. */
  | { readonly op: "move"; readonly bead: number; readonly side: SideName; readonly by: number }
  /** A sentence of a translation is written anew; the text's first side is never edited. */
  | { readonly op: "edit"; readonly side: SideName; readonly sentence: number; readonly text: string }
  | { readonly op: "split-sentence"; readonly side: SideName; readonly sentence: number; readonly at: number }
  /** A sentence and the next one of the same block become one. */
  | { readonly op: "join-sentences"; readonly side: SideName; readonly sentence: number }
  /** A person confirms the beads `[from, to)` and the translation in them. */
  | { readonly op: "approve"; readonly from: number; readonly to: number };

/** `POST /api/bitexts/:id`. */
export interface CorrectionRequest {
  /** The revision that the operations were made on. */
  readonly seen: number;
  readonly operations: readonly Operation[];
  /** Whom history names; default `reader`. */
  readonly author?: string;
  /** Whether what no person fixed is aligned again around the correction; default true. */
  readonly realign?: boolean;
}

/** What changed: the text anew, and the latest revision of each of its bitexts. */
export interface CorrectionAnswer extends TextAnswer {
  readonly revisions: Readonly<Record<BitextId, number>>;
}

/** Status 409: somebody changed the bitext in the meantime. Nothing was written, nothing is lost. */
export interface StaleAnswer extends ApiError {
  /** What the request would have made of the revision it had seen. */
  readonly refused: Bitext;
  /** The latest revision. */
  readonly stored: Bitext;
}

/** `GET /api/bitexts/:id` (`?revision=`). */
export interface BitextAnswer {
  readonly bitext: Bitext;
}

/** One entry of `GET /api/bitexts/:id/history`, the first revision first. */
export interface HistoryItem {
  readonly revision: number;
  readonly author: string;
  readonly saved: string;
  readonly beads: number;
}

/** `GET /api/bitexts/:id/history`. */
export interface HistoryAnswer {
  readonly revisions: readonly HistoryItem[];
}

/** `POST /api/bitexts/:id/restore`; answered by a `CorrectionAnswer`. */
export interface RestoreRequest {
  readonly revision: number;
  /** The latest revision that the reader has seen; default: whatever is the latest. */
  readonly seen?: number;
  readonly author?: string;
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

/** `GET /api/bitexts/:id/reasons`: why each bead of the latest revision stands as it does, in the order of the beads. */
export interface ReasonsAnswer {
  readonly revision: number;
  readonly reasons: readonly BeadExplanation[];
}
