import { SteleError } from "@stele/model";
import type { Engine, TranslationRequest, Usage } from "../contract.ts";
import { packTexts, takeTexts } from "../packing.ts";
import type { AnswerStore, MemoryLookup } from "../stores.ts";
import { answers } from "./answers.ts";
import { dedupe } from "./dedupe.ts";
import { memory } from "./memory.ts";
import { countCharacters, createMeter } from "./meter.ts";
import { costOf, estimateTokens, type Price } from "./price.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** What a run would send and cost, before anything is sent. A second try of a bad piece is not foreseen. */
export interface Estimate {
  readonly texts: number;
  /** Unicode code points to send, after stored answers, memory and repetitions. */
  readonly characters: number;
  /** For language models, about. */
  readonly tokens: number;
  readonly requests: number;
  readonly fromAnswers: number;
  readonly fromMemory: number;
  readonly duplicates: number;
  /** Only where a price is set. */
  readonly cost?: { readonly amount: number; readonly currency: string };
  /** What the account has left, where it was asked; null without a limit. */
  readonly quotaLeft?: number | null;
}

/** What an estimate looks at. */
export interface EstimateOptions {
  readonly answerStore?: AnswerStore;
  readonly isFresh?: boolean;
  readonly memoryLookup?: MemoryLookup;
  readonly isMemoryReplacing?: boolean;
  readonly price?: Price;
  /** From `engine.usage()`, where it was asked. */
  readonly usage?: Usage;
}

/** Looks up what a run needs; sends nothing, writes nothing. Several requests: one a target. */
export async function estimate(
  engine: Engine,
  requests: readonly TranslationRequest[],
  options: EstimateOptions = {},
): Promise<Estimate> {
  const meter = createMeter();
  const left: TranslationRequest[] = [];
  const counting = wrapEngine(engine, (request) => recordOnly(request, left));
  const { answerStore, memoryLookup, isFresh = false, isMemoryReplacing = true, price, usage } = options;
  const recalled =
    memoryLookup === undefined
      ? counting
      : memory(counting, { lookup: memoryLookup, isReplacing: isMemoryReplacing, meter });
  const stored =
    answerStore === undefined ? recalled : answers(recalled, { store: readOnly(answerStore), isFresh, meter });
  const asking = dedupe(stored, { meter });
  for (const request of requests) for await (const _ of asking.translate(request));
  const texts = left.flatMap((request) => request.texts);
  const { fromAnswers, fromMemory, duplicates } = meter.read();
  return {
    texts: texts.length,
    characters: countCharacters(texts),
    tokens: texts.reduce((sum, text) => sum + estimateTokens(text), 0),
    requests: left.reduce((sum, request) => sum + packTexts(request, engine.describe.limits).length, 0),
    fromAnswers,
    fromMemory,
    duplicates,
    ...costFields(texts, price),
    ...quotaFields(usage),
  };
}

function costFields(texts: readonly string[], price: Price | undefined) {
  if (price === undefined) return {};
  const amount = texts.reduce((sum, text) => sum + costOf(text, price), 0);
  return { cost: { amount, currency: price.currency } };
}

function quotaFields(usage: Usage | undefined) {
  const characters = usage?.characters;
  if (characters === undefined) return {};
  const { used, limit } = characters;
  return { quotaLeft: limit === null ? null : Math.max(0, limit - used) };
}

/** An engine that answers nothing and remembers what it would have sent. */
async function* recordOnly(request: TranslationRequest, left: TranslationRequest[]) {
  const filled = [...request.texts.entries()].flatMap(([index, text]) => (text.trim() === "" ? [] : [index]));
  if (filled.length > 0) left.push(takeTexts(request, filled));
}

/** Matches that the memory gave pass through the answers; an estimate keeps none of it. */
function readOnly(store: AnswerStore): AnswerStore {
  return { get: (key) => store.get(key), put: () => undefined };
}

/**
 * Refuses a run that would send more than a cap, before anything is sent.
 *
 * @throws SteleError `budget-reached`.
 */
export function checkEstimate(foreseen: Estimate, maxCharacters: number): void {
  if (foreseen.characters <= maxCharacters) return;
  throw new SteleError({
    code: "budget-reached",
    message: `This run would send ${foreseen.characters} characters; the cap is ${maxCharacters}. Nothing was sent.`,
    hint: "Raise the cap with --max-chars, or agree with --yes.",
    details: { characters: foreseen.characters, maxCharacters },
  });
}
