import { availableParallelism } from "node:os";
import type { Span } from "@stele/model";
import { merge } from "../../around/merge.ts";
import { checkAbort } from "../../errors.ts";
import { createBergamotPool } from "./bergamot-pool.ts";
import type { ModelFiles, WorkerTranslation } from "./bergamot-types.ts";
import { spansOf } from "./byte-ranges.ts";

/** One text translated by local models. */
export interface LocalTranslation {
  readonly index: number;
  readonly text: string;
  /** Where the engine saw several sentences in one text: which became which. */
  readonly ranges?: readonly { readonly source: Span; readonly target: Span }[];
  readonly hasMore: boolean;
}

/** Translates with models given as files, in plain language codes; knows nothing of Stele's languages. */
export interface BergamotTranslator {
  /** As they come. After an abort the batches under way are still given, then it throws `cancelled`. */
  translate(
    texts: readonly string[],
    route: readonly ModelFiles[],
    signal?: AbortSignal,
  ): AsyncIterable<LocalTranslation>;
  close(): Promise<void>;
}

/** Sentences a call: few enough that memory stays flat and stopping takes less than a second. */
export const SENTENCES_PER_CALL = 8;
/** More threads than this cost more memory than they save time on a laptop. */
const MOST_WORKERS = 4;

/** How the translator runs. */
export interface BergamotOptions {
  /** Threads; each takes about 350 MB. Default: one a processor, at most 4. */
  readonly workers?: number;
}

/** Makes a translator; its threads start with the first text. */
export function createBergamotTranslator(options: BergamotOptions = {}): BergamotTranslator {
  const pool = createBergamotPool(options.workers ?? Math.min(MOST_WORKERS, availableParallelism()));
  return {
    translate(texts, route, signal) {
      const sources = batchesOf(texts).map(
        (indexes) =>
          async function* () {
            checkAbort(signal);
            const batch = indexes.map((index) => texts[index] ?? "");
            const translations = await pool.translate(batch, route);
            yield* read(batch, translations, indexes);
          },
      );
      return merge(sources, pool.size);
    },
    close: () => pool.close(),
  };
}

function batchesOf(texts: readonly string[]): readonly (readonly number[])[] {
  const indexes = [...texts.keys()];
  const count = Math.ceil(texts.length / SENTENCES_PER_CALL);
  return Array.from({ length: count }, (_, at) =>
    indexes.slice(at * SENTENCES_PER_CALL, (at + 1) * SENTENCES_PER_CALL),
  );
}

function* read(
  texts: readonly string[],
  translations: readonly WorkerTranslation[],
  indexes: readonly number[],
): Generator<LocalTranslation, void, undefined> {
  for (const [at, { text, ranges = [] }] of translations.entries()) {
    const source = spansOf(
      texts[at] ?? "",
      ranges.map((range) => range.source),
    );
    const target = spansOf(
      text,
      ranges.map((range) => range.target),
    );
    const pairs = source.flatMap((span, index) =>
      target[index] === undefined ? [] : [{ source: span, target: target[index] }],
    );
    const hasMore = at + 1 < translations.length;
    yield { index: indexes[at] ?? -1, text, hasMore, ...(pairs.length > 1 ? { ranges: pairs } : {}) };
  }
}
