import type { AnswerStore, MemoryLookup } from "@stele/model";
import type { Engine } from "../contract.ts";
import { answers } from "./answers.ts";
import { batch } from "./batch.ts";
import { budget } from "./budget.ts";
import { dedupe } from "./dedupe.ts";
import { memory } from "./memory.ts";
import { createMeter, type Meter } from "./meter.ts";
import type { Price } from "./price.ts";
import { type RetryOptions, retry } from "./retry.ts";
import { createSpending, type SendingKind, type Spending } from "./spending.ts";
import type { Throttle } from "./throttle.ts";

/** What stands around an engine; all of it optional, each with its own default. */
export interface AroundOptions {
  /** Default: answers are kept for this run only. */
  readonly answerStore?: AnswerStore;
  /** `--fresh`: ask anew what is stored. */
  readonly isFresh?: boolean;
  /** Default: no memory. */
  readonly memoryLookup?: MemoryLookup;
  /** Default true; see `MemoryOptions.isReplacing`. */
  readonly isMemoryReplacing?: boolean;
  /** Default: no caps. */
  readonly spending?: Spending;
  readonly price?: Price;
  readonly throttle?: Throttle;
  readonly retry?: RetryOptions;
  readonly meter?: Meter;
}

/** The whole way of a text to an engine and back, read from the inside out. */
export function aroundEngine(engine: Engine, options: AroundOptions = {}): Engine {
  const { meter = createMeter(), answerStore = keepInRun(), memoryLookup = noMemory, price } = options;
  const { isFresh = false, isMemoryReplacing = true, throttle, spending = createSpending({}) } = options;
  // What may have been charged already counts twice against the caps.
  const fits = (texts: readonly string[], kind: SendingKind) => spending.takeAll({ texts, kind, price });
  const again = engine.describe.isPaid ? { maySendAgain: fits, caps: spending.caps } : {};
  const withRetry = (inner: Engine) => retry(inner, { ...options.retry, ...again, meter });
  const withBatch = (inner: Engine) => batch(inner, throttle === undefined ? {} : { throttle });
  const withBudget = (inner: Engine) => budget(inner, { spending, meter, ...(price === undefined ? {} : { price }) });
  const withMemory = (inner: Engine) => memory(inner, { lookup: memoryLookup, isReplacing: isMemoryReplacing, meter });
  const withAnswers = (inner: Engine) => answers(inner, { store: answerStore, isFresh, meter });
  return dedupe(withAnswers(withMemory(withBudget(withBatch(withRetry(engine))))), { meter });
}

const noMemory: MemoryLookup = { find: () => [] };

/** Answers that live as long as the run. */
function keepInRun(): AnswerStore {
  const kept = new Map<string, { readonly text: string }>();
  return {
    get: (key) => kept.get(key),
    put(added) {
      for (const { facts, answer } of added) kept.set(facts.key, answer);
    },
  };
}
