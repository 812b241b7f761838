import type { Engine, Translated, TranslationRequest } from "../contract.ts";
import { readinessOf } from "../readiness.ts";

/** An engine's `translate`. */
export type Translate = (request: TranslationRequest, signal?: AbortSignal) => AsyncIterable<Translated>;

/** The same engine with another way to translate; it may be an instance of a class. */
export function wrapEngine(engine: Engine, translate: Translate): Engine {
  return {
    name: engine.name,
    describe: engine.describe,
    translate,
    ...(engine.usage === undefined ? {} : { usage: () => engine.usage?.() ?? Promise.resolve({}) }),
    ...(engine.ready === undefined ? {} : { ready: () => readinessOf(engine) }),
    close: async () => engine.close?.(),
  };
}
