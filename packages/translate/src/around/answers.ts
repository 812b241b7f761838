import type { AnswerStore, KeptAnswer, StoredAnswer } from "@stele/model";
import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { hasWords, plainText } from "../guard/text-facts.ts";
import { takeTexts } from "../packing.ts";
import { createKeyMaker } from "./answer-key.ts";
import { createMeter, type Meter } from "./meter.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** Options of `answers`. */
export interface AnswersOptions {
  readonly store: AnswerStore;
  /** True: stored answers are not looked up, but new ones replace them. */
  readonly isFresh?: boolean;
  readonly meter?: Meter;
}

/**
 * Gives stored answers without sending, and stores every new one before it is handed on: the worker that brought it
 * sends nothing more until it is on the disk.
 */
export function answers(engine: Engine, options: AnswersOptions): Engine {
  const meter = options.meter ?? createMeter();
  return wrapEngine(engine, (request, signal) => answerAll(engine, request, { ...options, meter, signal }));
}

interface AnswersTools extends AnswersOptions {
  readonly meter: Meter;
  readonly signal: AbortSignal | undefined;
}

async function* answerAll(
  engine: Engine,
  request: TranslationRequest,
  tools: AnswersTools,
): AsyncGenerator<Translated, void, undefined> {
  const keyOf = createKeyMaker(engine, request);
  const keys = request.texts.map(keyOf);
  const missing: number[] = [];
  let found = 0;
  for (const [index, key] of keys.entries()) {
    const text = request.texts[index] ?? "";
    if (text.trim() === "") {
      yield { index, text };
      continue;
    }
    const stored = tools.isFresh === true ? undefined : findStored(tools.store, key, request);
    if (stored === undefined) missing.push(index);
    else {
      found += 1;
      yield { index, key, from: "answers", ...stored, charged: 0 };
    }
  }
  tools.meter.add({ fromAnswers: found });
  if (missing.length > 0) yield* askAndKeep(engine, { request, missing, keys }, tools);
}

/**
 * A second try that came back empty is no answer: the piece stayed empty, and is asked for again whenever it is wanted.
 * An empty first try stands, because its second may have gone well.
 */
function findStored(store: AnswerStore, key: string, { attempt = 1 }: TranslationRequest): StoredAnswer | undefined {
  const stored = store.get(key);
  return attempt > 1 && stored !== undefined && isEmptyAnswer(stored) ? undefined : stored;
}

/** Whether a stored answer says nothing: it is then worth nothing. */
export function isEmptyAnswer({ text }: StoredAnswer): boolean {
  return !hasWords(plainText(text));
}

interface Missing {
  readonly request: TranslationRequest;
  readonly missing: readonly number[];
  readonly keys: readonly string[];
}

async function* askAndKeep(
  engine: Engine,
  { request, missing, keys }: Missing,
  tools: AnswersTools,
): AsyncGenerator<Translated, void, undefined> {
  let held: Translated[] = [];
  const keep = () => {
    const kept = held;
    held = [];
    const toStore = kept.filter((answer) => answer.from === undefined).map((answer) => toKept(engine, request, answer));
    if (toStore.length > 0) tools.store.put(toStore);
    return kept;
  };
  try {
    for await (const answer of engine.translate(takeTexts(request, missing), tools.signal)) {
      const index = missing[answer.index] ?? -1;
      held.push({ key: keys[index] ?? "", ...answer, index });
      if (answer.hasMore !== true) yield* keep();
    }
    yield* keep();
  } catch (thrown) {
    yield* keep();
    throw thrown;
  }
}

function toKept(engine: Engine, request: TranslationRequest, answer: Translated): KeptAnswer {
  const { model } = engine.describe;
  const { text, charged, ranges, via } = answer;
  const stored: StoredAnswer = {
    text,
    ...(charged === undefined ? {} : { charged }),
    ...(ranges === undefined ? {} : { ranges }),
    ...(via === undefined ? {} : { via }),
  };
  return {
    answer: stored,
    facts: {
      key: answer.key ?? "",
      engine: engine.name,
      ...(model === undefined ? {} : { model }),
      source: request.source,
      target: request.target,
      text: request.texts[answer.index] ?? "",
      attempt: request.attempt ?? 1,
    },
  };
}
