import type { Range } from "./span.ts";

/** What the guard found of a piece; where several apply, the first of this list. */
export type Verdict = "empty" | "suspicious" | "split" | "merged" | "kept";

/** Why a piece is suspicious; `marks-lost` alone does not make it so: its words are as good as any. */
export type GuardReason =
  | "empty"
  | "source-copied"
  | "wrong-script"
  | "length"
  | "figure-lost"
  | "name-lost"
  | "term-missed"
  | "tag-broken"
  | "marks-lost";

/** One piece of the translation: the source sentences sent and the target sentences that came back. */
export interface GuardPiece {
  readonly source: Range;
  readonly target: Range;
  readonly verdict: Verdict;
  readonly reasons: readonly GuardReason[];
  /** How often the piece was asked for, the first time included. */
  readonly attempts: number;
}

/** What the guard says of a whole translation; stored with the bitext. */
export interface GuardReport {
  readonly pieces: readonly GuardPiece[];
  readonly counts: Readonly<Record<Verdict, number>>;
}
