import { isRecord } from "./failure.ts";
import type { LanguageTag, WordState } from "./nouns.ts";
import { request } from "./request.ts";

/** A word that a reader marked. */
export interface MarkedWord {
  readonly language: LanguageTag;
  readonly word: string;
  readonly state: WordState;
}

/** A sentence that a reader keeps. */
export interface SavedSentence {
  readonly id: number;
  readonly sourceLanguage: LanguageTag;
  readonly source: string;
  readonly targetLanguage: LanguageTag;
  readonly target: string;
  readonly word?: string;
}

/** Every marked word. */
export async function listWords(): Promise<readonly MarkedWord[]> {
  return listIn(await request("/words"), "words") as readonly MarkedWord[];
}

/** Marks a word, in place of an earlier mark. */
export async function markWord(word: MarkedWord): Promise<void> {
  await request("/words", { method: "PUT", body: word });
}

/** Takes a mark away. */
export async function unmarkWord({ language, word }: Pick<MarkedWord, "language" | "word">): Promise<void> {
  await request(`/words?${new URLSearchParams({ language, word })}`, { method: "DELETE" });
}

/** Every kept sentence, the latest first. */
export async function listSentences(): Promise<readonly SavedSentence[]> {
  return listIn(await request("/sentences"), "sentences") as readonly SavedSentence[];
}

/** Keeps a sentence with its counterpart. */
export async function saveSentence(sentence: Omit<SavedSentence, "id"> & { readonly textId?: string }): Promise<void> {
  await request("/sentences", { method: "POST", body: sentence });
}

/** Drops a kept sentence. */
export async function removeSentence(id: number): Promise<void> {
  await request(`/sentences/${id}`, { method: "DELETE" });
}

function listIn(body: unknown, name: string): readonly unknown[] {
  return isRecord(body) && Array.isArray(body[name]) ? body[name] : [];
}
