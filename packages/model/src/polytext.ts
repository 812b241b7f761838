import type { Bitext, Side } from "./bitext.ts";
import type { Range } from "./span.ts";

/** One row of a polytext. */
export interface Row {
  /** One run of sentences a side, in the order of the sides; empty where a side has nothing. */
  readonly runs: readonly Range[];
  /** The lowest score of the beads in it; `null` where none has one. */
  readonly score: number | null;
}

/**
 * Two or three languages in rows: the finest division that no bead of any pair crosses. Derived, never stored. The
 * first side is the article everything was translated from.
 */
export interface Polytext {
  readonly sides: readonly Side[];
  readonly rows: readonly Row[];
  readonly pairs: readonly Bitext[];
}
