export {
  CEDICT_ATTRIBUTION,
  type Dictionary,
  type DictionaryEntry,
  type DictionaryHit,
  openDictionary,
} from "./dictionary.ts";
export { type HanjaSuggestion, hanjaReadings, suggestHanja } from "./hanja.ts";
export { type PinyinOptions, pinyin } from "./pinyin.ts";
export type { Reading } from "./reading.ts";
export { romanise } from "./romanise.ts";
export { type ConvertedText, toSimplified, toTraditional } from "./script.ts";
