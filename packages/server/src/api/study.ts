import type { LanguageTag, WordState } from "@stele/core/node";

/**
 * `GET /api/words` (`?language=`); `PUT /api/words` marks one, `DELETE /api/words?language=&word=` takes a mark away.
 */
export interface WordsAnswer {
  readonly words: readonly { readonly language: LanguageTag; readonly word: string; readonly state: WordState }[];
}

/** `PUT /api/words`. */
export interface MarkRequest {
  readonly language: LanguageTag;
  readonly word: string;
  readonly state: WordState;
  readonly note?: string;
}

/** `POST /api/sentences`; answered with `{ id }`. `DELETE /api/sentences/:id` removes one. */
export interface SaveSentenceRequest {
  readonly sourceLanguage: LanguageTag;
  readonly source: string;
  readonly targetLanguage: LanguageTag;
  readonly target: string;
  readonly word?: string;
  readonly textId?: string;
}

/** `GET /api/sentences`, the last saved first; `?format=anki`, `csv` or `tsv` gives a file. */
export interface SentencesAnswer {
  readonly sentences: readonly (SaveSentenceRequest & { readonly id: number; readonly saved: string })[];
}
