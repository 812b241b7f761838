import type { GuardReason, LanguageTag } from "@stele/model";
import { findReasons } from "../guard/find-reasons.ts";
import type { PieceAnswer, TranslateOptions } from "./ask.ts";

/** An answer with what speaks against it. */
export interface Judged {
  readonly answer: PieceAnswer;
  readonly reasons: readonly GuardReason[];
}

/** Judges what came back for a text; what a person wrote is not judged. */
export function judge(text: string, answer: PieceAnswer, context: JudgeContext): Judged {
  if (answer.standing !== undefined && answer.standing !== "machine") return { answer, reasons: [] };
  return { answer, reasons: reasonsOf(text, answer.text, context) };
}

/** The source language and the options of the run. */
export interface JudgeContext {
  readonly source: LanguageTag;
  readonly options: TranslateOptions;
  /** Told of every first answer. */
  readonly onAnswer?: () => void;
}

/** What speaks against a translation. */
export function reasonsOf(
  text: string,
  translation: string,
  { source, options }: JudgeContext,
): readonly GuardReason[] {
  const { target, tools, glossary } = options;
  return findReasons(text, translation, { source, target, tools, ...(glossary === undefined ? {} : { glossary }) });
}

/** The better of two answers: one that is not empty, else the one with less against it, else the first. */
export function better(first: Judged, second: Judged): Judged {
  const isBetter = weight(second) < weight(first);
  const attempts = Math.max(first.answer.attempts, second.answer.attempts);
  const chosen = isBetter ? second : first;
  return { ...chosen, answer: { ...chosen.answer, attempts } };
}

/** With equal reasons an answer that never had tags is better than one that lost them on the way. */
function weight({ reasons, answer }: Judged): number {
  return (reasons.includes("empty") ? 100 : reasons.length) + (answer.isStripped === true ? 0.5 : 0);
}
