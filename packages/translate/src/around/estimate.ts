import { type AnswerStore, type MemoryLookup, SteleError } from "@stele/model";
import type { Engine, TranslationRequest, Usage } from "../contract.ts";
import { takeTexts } from "../packing.ts";
import { createKeyMaker } from "./answer-key.ts";
import { answers, isEmptyAnswer } from "./answers.ts";
import { dedupe } from "./dedupe.ts";
import { memory } from "./memory.ts";
import { createMeter, type Meter } from "./meter.ts";
import { createOutlay, type Outlay, sumOf } from "./outlay.ts";
import type { Price } from "./price.ts";
import type { Amounts } from "./spending.ts";
import { wrapEngine } from "./wrap-engine.ts";

/**
 * What a run would send and cost, before anything is sent. A second try of a bad piece is not foreseen, but for sentences
 * that stayed empty the last time.
 */
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
  /** Texts among those to send that an earlier run asked for, and that came back empty. */
  readonly emptyBefore: number;
  /** What of it is for the others, which are sent for the first time; cost 0 without a price. */
  readonly firstTries: Amounts;
  /** Only where a price is set. */
  readonly cost?: { readonly amount: number; readonly currency: string };
  /** What the account has left, where it was asked; null without a limit. */
  readonly quotaLeft?: number | null;
}

/** A request that a run begins with. */
export interface ForeseenRequest extends TranslationRequest {
  /**
   * What the run asks for where the answers to some of its texts were bad. Default: each of these texts alone.
   */
  readonly alone?: (indexes: readonly number[]) => Iterable<TranslationRequest>;
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

/**
 * Looks up what a run needs; sends nothing, writes nothing. Several requests: a window or a target each; they are drawn
 * one after the other, and of a book only keys are remembered.
 */
export async function estimate(
  engine: Engine,
  requests: Iterable<ForeseenRequest>,
  options: EstimateOptions = {},
): Promise<Estimate> {
  const { price, usage } = options;
  const meter = createMeter();
  const [outlay, emptyOutlay] = [createOutlay(engine, price), createOutlay(engine, price)];
  const asking = withLayers(countingEngine(engine, outlay), options, meter);
  const again = answers(countingEngine(engine, emptyOutlay), { store: foreseeing(options.answerStore) });
  for (const request of requests) {
    const known = await answersTo(request, asking);
    for (const second of secondTries(request, known, { engine, store: options.answerStore }))
      await answersTo(second, again);
  }
  const [first, empty] = [outlay.read(), emptyOutlay.read()];
  const { amount, ...left } = sumOf(first, empty);
  const { fromAnswers, fromMemory, duplicates } = meter.read();
  return {
    ...left,
    emptyBefore: empty.texts,
    firstTries: { characters: first.characters, cost: first.amount },
    fromAnswers,
    fromMemory,
    duplicates,
    ...(price === undefined ? {} : { cost: { amount, currency: price.currency } }),
    ...quotaFields(usage),
  };
}

/** The layers of a run that keep texts from being sent. */
function withLayers(counting: Engine, options: EstimateOptions, meter: Meter): Engine {
  const { answerStore, memoryLookup, isFresh = false, isMemoryReplacing = true } = options;
  const recalled =
    memoryLookup === undefined
      ? counting
      : memory(counting, { lookup: memoryLookup, isReplacing: isMemoryReplacing, meter });
  return dedupe(answers(recalled, { store: foreseeing(answerStore), isFresh, meter }), { meter });
}

/** Indexes of the texts of a request whose answers are at hand. */
interface Known {
  readonly empty: readonly number[];
  readonly filled: readonly number[];
}

/** Asks for everything, and tells what is at hand. */
async function answersTo(request: TranslationRequest, engine: Engine): Promise<Known> {
  const known: { readonly [K in keyof Known]: number[] } = { empty: [], filled: [] };
  for await (const answer of engine.translate(request))
    known[isEmptyAnswer(answer) ? "empty" : "filled"].push(answer.index);
  return known;
}

/**
 * What a run asks for once more: all that came back empty, and of the other paragraphs the sentences that were asked for
 * alone and came back empty.
 */
function* secondTries(
  { alone, ...request }: ForeseenRequest,
  { empty, filled }: Known,
  { engine, store }: { readonly engine: Engine; readonly store: AnswerStore | undefined },
): Generator<TranslationRequest, void, undefined> {
  if (alone === undefined) {
    yield takeTexts({ ...request, attempt: 2, isAlone: true, contextPolicy: "none" }, empty);
    return;
  }
  yield* alone(empty);
  for (const second of alone(filled)) {
    const keyOf = createKeyMaker(engine, second);
    const isEmpty = (text: string): boolean => {
      const stored = store?.get(keyOf(text));
      return stored !== undefined && isEmptyAnswer(stored);
    };
    yield takeTexts(
      second,
      [...second.texts.keys()].filter((index) => isEmpty(second.texts[index] ?? "")),
    );
  }
}

function quotaFields(usage: Usage | undefined) {
  const characters = usage?.characters;
  if (characters === undefined) return {};
  const { used, limit } = characters;
  return { quotaLeft: limit === null ? null : Math.max(0, limit - used) };
}

/** An engine that answers nothing and counts what it would have sent. */
function countingEngine(engine: Engine, outlay: Outlay): Engine {
  return wrapEngine(engine, (request) => recordOnly(request, outlay));
}

async function* recordOnly(request: TranslationRequest, outlay: Outlay) {
  const filled = [...request.texts.entries()].flatMap(([index, text]) => (text.trim() === "" ? [] : [index]));
  if (filled.length > 0) outlay.add(takeTexts(request, filled));
}

/** The store as the run would find it: what was missing once will have been answered when it is asked for again. */
function foreseeing(store: AnswerStore | undefined): AnswerStore {
  const asked = new Set<number>();
  return {
    get(key) {
      // 48 bits of the hash: of a book whole keys would take more room than its text.
      const short = Number.parseInt(key.slice(0, 12), 16);
      const stored = store?.get(key) ?? (asked.has(short) ? { text: "answered" } : undefined);
      if (stored === undefined) asked.add(short);
      return stored;
    },
    put: () => undefined,
  };
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
