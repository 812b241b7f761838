import { listWords, type MarkedWord } from "../api/study.ts";
import { createStore } from "../app/store.ts";

/** The reader's marked words as the library had them last; empty until they were asked for. */
export const markedWords = createStore<readonly MarkedWord[]>([]);

/** A store that is always empty, for whoever wants no marks. */
export const NO_MARKED_WORDS = createStore<readonly MarkedWord[]>([]);

/** Asks for the words anew; where the server is away, the last answer stays. */
export async function refreshMarkedWords(): Promise<void> {
  markedWords.set(await listWords().catch(() => markedWords.get()));
}
