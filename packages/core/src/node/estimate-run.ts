import { articleRequests, type Estimate, estimate, type TranslationRequest } from "@stele/translate";
import type { Home } from "./home.ts";
import { articleOptions, memoryOptions, priceOptions } from "./translation-options.ts";
import type { TranslationWishes } from "./translation-wishes.ts";

/** What a run would send, in all languages; sends nothing. */
export function estimateRun(wishes: TranslationWishes, home: Home): Promise<Estimate> {
  const { engine, isFresh = false } = wishes;
  return estimate(engine, requestsFor(wishes), {
    answerStore: home.library().answers,
    isFresh,
    ...memoryOptions(wishes, home),
    ...priceOptions(engine, home),
  });
}

/** The requests that a run would begin with, of all languages. */
function* requestsFor(wishes: TranslationWishes): Generator<TranslationRequest, void, undefined> {
  const source = { ...wishes.source, marks: wishes.sourceMarks ?? [] };
  for (const target of wishes.to) {
    yield* articleRequests(source, { ...articleOptions(wishes, target), engine: wishes.engine, target });
  }
}
