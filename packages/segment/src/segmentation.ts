import type { Block, LanguageTag, Sentence } from "@stele/model";

/** How a text is to be segmented. */
export interface SegmentOptions {
  /** The text's language; `auto` finds it by script, a block at a time. */
  readonly language: LanguageTag | "auto";
  /** Whether a quotation of several sentences is divided (`split`, the default) or kept in one (`whole`). */
  readonly quotations?: "split" | "whole";
  /** Whether a line break inside a paragraph is only layout (`join`, the default) or ends a sentence (`break`). */
  readonly lines?: "join" | "break";
  /** Words that carry a full stop without ending a sentence, with or without that full stop; case matters not. */
  readonly abbreviations?: readonly string[];
  /** Strings inside which no sentence ever ends, such as a name with a mark in it. */
  readonly keepTogether?: readonly string[];
  /** Whether to say for each candidate boundary which rule decided; off by default. */
  readonly explain?: boolean;
}

/** Why a candidate position is a boundary, or is none. */
export interface Explanation {
  /** Where the sentence ends, or would have ended: UTF-16 code units into the text. */
  readonly offset: number;
  readonly isBoundary: boolean;
  /** The name of the rule, as in docs/segmentation.md. */
  readonly rule: string;
}

/** The sentences of a text. */
export interface Segmentation {
  /** The language asked for, or the one found. */
  readonly language: LanguageTag;
  /** In order, without overlap; every character that is not blank lies in one of them. */
  readonly blocks: readonly Block[];
  /** In order; each is trimmed of outer blanks and lies inside its block; together they hold all that is not blank. */
  readonly sentences: readonly Sentence[];
  /** One a candidate, in order; only where `explain` was asked for. */
  readonly explanations?: readonly Explanation[];
}

/** A text, or a text of which a reader already knows some blocks. */
export type SegmentInput = string | { readonly text: string; readonly blocks?: readonly Block[] };
