import type { GuardReason, InlineMark, LanguageTag, Span, Standing } from "@stele/model";
import type { ContextPolicy, Engine, Glossary, Translated, TranslationRequest, Untagged } from "../contract.ts";
import type { GuardTools } from "../guard/tools.ts";
import { takeTexts } from "../packing.ts";
import type { Piece } from "./pieces.ts";

/** How an article is to be translated. */
export interface TranslateOptions {
  /** With what should stand around it: see `aroundEngine`. */
  readonly engine: Engine;
  readonly target: LanguageTag;
  readonly tools: GuardTools;
  /** What is sent as one text. Default `sentence`: one to one by construction; paragraphs read better. */
  readonly unit?: "sentence" | "paragraph";
  /** Default `batch`. */
  readonly contextPolicy?: ContextPolicy;
  readonly glossary?: Glossary;
  /** Options of the engine, by name. */
  readonly engineOptions?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** How many of the pieces have their first answer. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Told of answers that the guard refused; they stay stored. */
  readonly onRejected?: (key: string, reasons: readonly GuardReason[]) => void;
  /** For the date in the provenance. Default: now. */
  readonly now?: () => Date;
}

/** What decides what is asked, without what judges the answers. */
export type AskOptions = Omit<TranslateOptions, "tools">;

/** An answer to a piece. */
export interface PieceAnswer {
  readonly text: string;
  readonly attempts: number;
  readonly key?: string;
  readonly standing?: Standing;
  readonly via?: LanguageTag;
  /** Over the text, where they went along as tags and came back whole. */
  readonly marks?: readonly InlineMark[];
  /** True where its tags were broken, so that they are gone and perhaps words with them. */
  readonly isStripped?: boolean;
  readonly ranges?: readonly { readonly source: Span; readonly target: Span }[];
}

/** One asking for pieces: which, as what texts, and in which way. */
export interface Asking {
  readonly pieces: readonly Piece[];
  /** What is sent for each piece. */
  readonly texts: readonly string[];
  readonly source: LanguageTag;
  readonly unit: "sentence" | "paragraph";
  /** 1, or 2 for another way. */
  readonly attempt: number;
  /** Each in a request of its own, without context. */
  readonly isAlone?: boolean;
  readonly isTagged?: boolean;
  /** Of tagged texts, what a memory is asked for. */
  readonly untagged?: readonly Untagged[];
  readonly onAnswer?: () => void;
}

/** Asks for pieces and gives their answers in the same order. */
export async function askPieces(asking: Asking, options: TranslateOptions): Promise<readonly PieceAnswer[]> {
  const answers: PieceAnswer[] = asking.texts.map((text) => ({ text, attempts: asking.attempt }));
  const toAsk = translatable(asking.texts);
  for (let passed = toAsk.length; passed < asking.texts.length; passed++) asking.onAnswer?.();
  if (toAsk.length === 0) return answers;
  // A cap may leave a second try out: then there is none.
  for (const index of toAsk) answers[index] = { text: "", attempts: asking.attempt - 1 };
  for await (const answer of options.engine.translate(requestFor(asking, options), options.signal)) {
    answers[toAsk[answer.index] ?? -1] = readAnswer(answer, asking.attempt);
    asking.onAnswer?.();
  }
  return answers;
}

/** The request of an asking: only the texts that hold anything to translate. */
export function requestFor(asking: Asking, options: AskOptions): TranslationRequest {
  return takeTexts(requestOf(asking, options), translatable(asking.texts));
}

/** Indexes of the texts that hold anything to translate. */
export function translatable(texts: readonly string[]): readonly number[] {
  return [...texts.keys()].filter((index) => isTranslatable(texts[index] ?? ""));
}

/** Figures and marks alone are the same in every language: they are neither sent nor paid for. */
function isTranslatable(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/<\/?x\d+\/?>/gu, ""));
}

function requestOf(asking: Asking, options: AskOptions): TranslationRequest {
  const { pieces, texts, source, unit, attempt, isAlone = false, isTagged = false, untagged } = asking;
  const { target, glossary, engineOptions, contextPolicy = "batch" } = options;
  const policy = isAlone || !options.engine.describe.takes.context ? "none" : contextPolicy;
  return {
    texts,
    source,
    target,
    unit,
    attempt,
    contextPolicy: policy,
    previous: pieces.map(({ previous }) => previous),
    ...(policy === "none" ? {} : { contexts: pieces.map(({ context }) => context) }),
    ...(isAlone ? { isAlone } : {}),
    ...(isTagged ? { isTagged } : {}),
    ...(untagged === undefined ? {} : { untagged }),
    ...(glossary === undefined || glossary.terms.length === 0 ? {} : { glossary }),
    ...(engineOptions === undefined ? {} : { options: engineOptions }),
  };
}

function readAnswer({ text, key, standing, via, ranges }: Translated, attempts: number): PieceAnswer {
  return {
    text: text.trim(),
    attempts,
    ...(key === undefined ? {} : { key }),
    ...(standing === undefined ? {} : { standing }),
    ...(via === undefined ? {} : { via }),
    ...(ranges === undefined ? {} : { ranges }),
  };
}
