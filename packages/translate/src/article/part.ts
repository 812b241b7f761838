import type { GuardReason, InlineMark, LanguageTag, Range, Span, Standing, Verdict } from "@stele/model";

/** Source sentences and what came back for them: one bead of the result. */
export interface Part {
  /** Into the sentences of the source; empty where the answer said something more. */
  readonly source: Range;
  readonly block: number;
  /** Of the translation; empty where nothing came back. */
  readonly text: string;
  /** Its sentences, as spans of `text`. */
  readonly sentences: readonly Span[];
  /** The aligner's probability; 1 where the pairing follows from how it was asked for; null on one-sided parts. */
  readonly score: number | null;
  readonly reasons: readonly GuardReason[];
  readonly attempts: number;
  /** Over `text`; undefined where none went along as tags. */
  readonly marks?: readonly InlineMark[];
  readonly standing?: Standing;
  readonly via?: LanguageTag;
}

/** The verdict of a part. */
export function verdictOf({ source, sentences, reasons }: Part): Verdict {
  const sources = source[1] - source[0];
  if (sentences.length === 0 || reasons.includes("empty")) return "empty";
  // Marks that are lost say nothing against the words.
  if (sources === 0 || reasons.some((reason) => reason !== "marks-lost")) return "suspicious";
  if (sources === 1 && sentences.length === 1) return "kept";
  return sources < sentences.length ? "split" : "merged";
}

const BADNESS = { empty: 10, suspicious: 1, split: 0, merged: 0, kept: 0 } as const;

/** How bad some parts are together; 0 where nothing speaks against them. A part without text weighs ten doubtful ones. */
export function badness(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + BADNESS[verdictOf(part)], 0);
}
