import type { HanjaSuggestion, Reading } from "@stele/core";
import type { LanguageTag } from "../api/nouns.ts";
import type { DictionaryAnswer, ReadingKind, WordPair } from "../work/task.ts";
import { doTask } from "../work/worker-client.ts";

const known = new Map<string, Promise<readonly Reading[]>>();

/** The readings of one text, found once; a failed attempt is made again the next time. */
export function readingsOf(text: string, as: ReadingKind, language: LanguageTag): Promise<readonly Reading[]> {
  const key = `${as} ${language} ${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = doTask<"read">({ kind: "read", text, as, language });
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

/** The Hanja of Korean words whose linked Chinese word has that reading; undefined for the others. */
export function hanjaOf(words: readonly WordPair[]): Promise<readonly (HanjaSuggestion | undefined)[]> {
  return doTask<"hanja">({ kind: "hanja", words });
}

/** The longest Chinese word that begins at an offset of a text. */
export function lookUp(text: string, at: number, signal: AbortSignal): Promise<DictionaryAnswer> {
  return doTask<"look-up">({ kind: "look-up", text, at }, { signal });
}
