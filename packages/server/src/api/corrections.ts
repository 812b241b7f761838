import type { BeadExplanation, Bitext, BitextId, Operation, Standing } from "@stele/core/node";
import type { ApiError, TextAnswer } from "./texts.ts";

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

/** A unit of the memory that is like a bead's source. */
export interface MatchItem {
  readonly source: string;
  readonly target: string;
  /** From 0.75 to 1, which is the same text. */
  readonly score: number;
  readonly standing: Standing;
}

/** `GET /api/bitexts/:id/matches?bead=`: what the memory has for a bead's source, best first. */
export interface MatchesAnswer {
  readonly matches: readonly MatchItem[];
}

/** Why a bead stands as it does. */
export interface BeadReasons extends BeadExplanation {
  /** How much of its words is linked, from 0 to 1; null where that was not counted, as on beads that nobody doubts. */
  readonly linkedShare: number | null;
}

/**
 * `GET /api/bitexts/:id/reasons`: why each bead of the latest revision stands as it does, in the order of the beads.
 */
export interface ReasonsAnswer {
  readonly revision: number;
  readonly reasons: readonly BeadReasons[];
}
