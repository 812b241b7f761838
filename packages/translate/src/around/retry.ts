import type { Engine, RequestWatch, Translated, TranslationRequest } from "../contract.ts";
import { serviceError } from "../errors.ts";
import { takeTexts } from "../packing.ts";
import { endedByCap } from "./ended-by-cap.ts";
import { type Counts, countCharacters, createMeter, type Meter } from "./meter.ts";
import { createOwed, type Owed } from "./owed.ts";
import { DEFAULT_RETRY_POLICY, mayBeCharged, nextWait, type RetryPolicy, spendsTry } from "./retry-policy.ts";
import { type Sleep, sleep } from "./sleep.ts";
import type { Caps } from "./spending.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** Options of `retry`; clock and chance come in, so that tests need no time. */
export interface RetryOptions {
  readonly policy?: Partial<RetryPolicy>;
  readonly sleep?: Sleep;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly meter?: Meter;
  /** Asked before texts are sent again that may have been charged already; false: they are not. Default: always true. */
  readonly maySendAgain?: (texts: readonly string[], why: "lost" | "doubtful") => boolean;
  /** What `maySendAgain` goes by, for the error of a request that it ends. */
  readonly caps?: Caps;
}

/** Sends again what failed and is worth repeating; only the texts whose answers have not come. */
export function retry(engine: Engine, options: RetryOptions = {}): Engine {
  const tools = {
    policy: { ...DEFAULT_RETRY_POLICY, ...options.policy },
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
    meter: options.meter ?? createMeter(),
    maySendAgain: options.maySendAgain ?? (() => true),
    caps: options.caps ?? {},
  };
  return wrapEngine(engine, (request, signal) => sendUntilDone(engine, request, { ...tools, signal }));
}

interface RetryTools {
  readonly policy: RetryPolicy;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly meter: Meter;
  readonly maySendAgain: NonNullable<RetryOptions["maySendAgain"]>;
  readonly caps: Caps;
  readonly signal: AbortSignal | undefined;
}

async function* sendUntilDone(
  engine: Engine,
  request: TranslationRequest,
  tools: RetryTools,
): AsyncGenerator<Translated, void, undefined> {
  const { policy, meter, signal } = tools;
  const owed = createOwed();
  let missing: readonly number[] = [...request.texts.keys()];
  let spentTries = 0;
  for (let count = 1; missing.length > 0; count++) {
    const failed = yield* sendOnce(engine, { request, missing, owed, tools });
    missing = failed.missing;
    if (failed.thrown === undefined) break;
    const wait = nextWait(failed.thrown, { count, spentTries }, { policy, random: tools.random() });
    if (wait === undefined) throw failed.thrown;
    if (spendsTry(failed.thrown)) spentTries += 1;
    const again = owed.read();
    if (!tools.maySendAgain(again, "lost")) throw endedByCap(failed.thrown, again, tools.caps);
    owed.settle(again);
    await tools.sleep(wait, signal);
    meter.add({ repetitions: 1 });
  }
  if (missing.length > 0) throw silentEngine(engine, missing.length);
}

interface Sending {
  readonly request: TranslationRequest;
  readonly missing: readonly number[];
  readonly owed: Owed;
  readonly tools: RetryTools;
}

interface Outcome {
  readonly missing: readonly number[];
  readonly thrown?: unknown;
}

async function* sendOnce(engine: Engine, sending: Sending): AsyncGenerator<Translated, Outcome, undefined> {
  const { request, missing, owed, tools } = sending;
  const left = new Set(missing);
  const { meter, signal } = tools;
  const watched = watchRequest(owed, tools);
  const toSend = { ...takeTexts(request, missing), watch: watched.watch };
  let failure: { readonly thrown: unknown } | undefined;
  try {
    for await (const answer of engine.translate(toSend, signal)) {
      const index = missing[answer.index];
      if (index === undefined || !left.delete(index)) throw strangeIndex(engine, answer.index);
      meter.add({ charactersBilled: answer.charged ?? 0 });
      owed.settle([request.texts[index] ?? ""]);
      yield { ...answer, index };
    }
  } catch (thrown) {
    failure = { thrown };
  } finally {
    if (!watched.isTold()) {
      // One request, of which everything without an answer is lost.
      meter.add({ requests: 1, textsSent: missing.length, charactersSent: countCharacters(toSend.texts) });
      if (mayBeCharged(failure?.thrown)) watched.watch.lose([...left].map((index) => request.texts[index] ?? ""));
    }
  }
  return { missing: [...left], ...failure };
}

/** Counts what an engine does inside a request; what it lost and did not get leave to send again is owed. */
function watchRequest(owed: Owed, { meter, maySendAgain, caps }: RetryTools) {
  let isTold = false;
  const tell = (done: Partial<Counts>) => {
    isTold = true;
    meter.add(done);
  };
  const watch: RequestWatch = {
    tell,
    lose(texts) {
      tell({ requestsMaybeBilled: 1, charactersMaybeBilled: countCharacters(texts) });
      owed.add(texts);
    },
    maySendAgain(texts, why) {
      const isAllowed = maySendAgain(texts, why);
      if (isAllowed) owed.settle(texts);
      return isAllowed;
    },
    endedByCap: (error, texts) => endedByCap(error, texts, caps),
  };
  return { watch, isTold: () => isTold };
}

function strangeIndex(engine: Engine, index: number) {
  return serviceError({
    code: "service-malformed",
    message: `The engine ${engine.name} answered twice, or a text that was not sent (number ${index}).`,
    hint: "What is finished is kept; try another engine.",
    details: { engine: engine.name, index },
  });
}

function silentEngine(engine: Engine, texts: number) {
  return serviceError({
    code: "service-malformed",
    message: `The engine ${engine.name} left ${texts} texts without an answer.`,
    hint: "What is finished is kept; run the same command again.",
    details: { engine: engine.name, texts },
  });
}
