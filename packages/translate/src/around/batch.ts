import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { checkAbort } from "../errors.ts";
import { packTexts, takeTexts } from "../packing.ts";
import { merge } from "./merge.ts";
import { createThrottle, sharedThrottle, type Throttle } from "./throttle.ts";
import { wrapEngine } from "./wrap-engine.ts";

/** Options of `batch`. */
export interface BatchOptions {
  /** Default: the one of the process for the engine's host; one of its own for an engine that sends nothing. */
  readonly throttle?: Throttle;
}

/** Packs texts into requests as the engine's limits say and sends several at once; answers come in any order. */
export function batch(engine: Engine, options: BatchOptions = {}): Engine {
  const { limits } = engine.describe;
  const throttle = options.throttle ?? defaultThrottle(engine);
  return wrapEngine(engine, (request, signal) => {
    const packs = packTexts(request, limits);
    const sources = packs.map((pack) => () => sendPack(engine, { request, pack, throttle, signal }));
    return merge(sources, throttle.concurrency);
  });
}

function defaultThrottle({ describe }: Engine): Throttle {
  const { concurrency } = describe.limits;
  return describe.sendsTextTo === null
    ? createThrottle({ concurrency })
    : sharedThrottle(describe.sendsTextTo, { concurrency });
}

interface Sending {
  readonly request: TranslationRequest;
  readonly pack: readonly number[];
  readonly throttle: Throttle;
  readonly signal: AbortSignal | undefined;
}

async function* sendPack(engine: Engine, sending: Sending): AsyncGenerator<Translated, void, undefined> {
  const { request, pack, throttle, signal } = sending;
  const end = await throttle.begin(signal);
  try {
    checkAbort(signal);
    for await (const answer of engine.translate(takeTexts(request, pack), signal)) {
      yield { ...answer, index: pack[answer.index] ?? -1 };
    }
  } finally {
    end();
  }
}
