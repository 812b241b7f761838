import type { AnswerStore, KeptAnswer, StoredAnswer } from "@stele/model";

/** A store in memory, as the library keeps one in its file. */
export function createMemoryStore(): AnswerStore & {
  readonly all: Map<string, KeptAnswer>;
  readonly rejected: Set<string>;
} {
  const all = new Map<string, KeptAnswer>();
  const rejected = new Set<string>();
  return {
    all,
    rejected,
    get: (key): StoredAnswer | undefined => all.get(key)?.answer,
    put(kept) {
      for (const one of kept) all.set(one.facts.key, one);
    },
    markRejected: (key) => void rejected.add(key),
  };
}
