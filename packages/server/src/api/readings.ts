import type { DictionaryHit, HanjaSuggestion, Reading } from "@stele/core/node";

/** `POST /api/readings`. */
export interface ReadingsRequest {
  readonly kind: "pinyin" | "romanisation" | "simplified" | "traditional";
  readonly texts: readonly string[];
  /** Only pinyin asks: `zh-Hant` is read through its simplified forms. */
  readonly language?: "zh-Hans" | "zh-Hant";
}

/** One list a text, with spans into the text as it was given. */
export interface ReadingsAnswer {
  readonly readings: readonly (readonly Reading[])[];
}

/** `POST /api/hanja`: pairs of a Korean word and the Chinese word linked to it. */
export interface HanjaRequest {
  readonly words: readonly { readonly korean: string; readonly chinese: string }[];
}

/** One a pair; `null` where the Chinese word has not that reading. */
export interface HanjaAnswer {
  readonly suggestions: readonly (HanjaSuggestion | null)[];
}

/** `GET /api/dictionary?text=&at=`: the longest Chinese word that begins at an offset (default 0). */
export interface DictionaryAnswer {
  readonly hit: DictionaryHit | null;
  /** To be shown beside every entry. */
  readonly attribution: string;
}
