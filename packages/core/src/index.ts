export {
  type Aligner,
  type Alignment,
  type AlignOptions,
  type BeadExplanation,
  buildPolytext,
  createAligner,
  doubtLimit,
  type EvidenceKind,
  figures,
  lengthPrior,
  type MovedHint,
  type SentenceWordLink,
} from "@stele/align";
export {
  ankiCards,
  type Card,
  csvCards,
  doubtfulRows,
  FORMATS,
  type Format,
  formatByName,
  type OutputFile,
  readArticle,
  rowTexts,
  writeFiles,
  writeText,
} from "@stele/formats";
export {
  type Article,
  type ArticleDraft,
  type ArticleId,
  type BaseLanguage,
  type Bead,
  type Bitext,
  type BitextDraft,
  type BitextId,
  type Block,
  type BlockKind,
  baseLanguage,
  bitextId,
  type ConcordanceHit,
  type ConcordanceQuery,
  type Counterpart,
  checkBeads,
  createArticle,
  createBitext,
  type EngineOrigin,
  type ErrorCode,
  type ErrorDetails,
  EXIT_CODES,
  type FoundAt,
  type GuardPiece,
  type GuardReason,
  type GuardReport,
  hashText,
  type InlineMark,
  joinLines,
  LANGUAGE_TAGS,
  type LanguageTag,
  type Origin,
  type Polytext,
  type Provenance,
  parseLanguageTag,
  type Range,
  type Row,
  rangeLength,
  regionOf,
  type SearchMode,
  type Sentence,
  type Side,
  type Span,
  type Standing,
  SteleError,
  sentenceLine,
  shortened,
  type Verdict,
  type WordLink,
  type WordSpan,
} from "@stele/model";
export {
  CEDICT_ATTRIBUTION,
  type ConvertedText,
  type Dictionary,
  type DictionaryEntry,
  type DictionaryHit,
  type HanjaSuggestion,
  hanjaReadings,
  openDictionary,
  type PinyinOptions,
  pinyin,
  type Reading,
  romanise,
  suggestHanja,
  toSimplified,
  toTraditional,
} from "@stele/readings";
export {
  detectLanguage,
  type Explanation,
  type Segmentation,
  type SegmentInput,
  type SegmentOptions,
  segment,
} from "@stele/segment";
export type {
  Engine,
  EngineAbilities,
  EngineDescription,
  Glossary,
  Readiness,
  ReadinessState,
  Translated,
  Usage,
} from "@stele/translate";
export { type AlignSidesOptions, alignSides } from "./align-sides.ts";
export { blocksOf, linesOf } from "./aligner-input.ts";
export { hitCard, hitRows, linkHit, placeOfHit } from "./concordance-hits.ts";
export { guardTools } from "./guard-tools.ts";
export { type PageWishes, pageExtras } from "./page-extras.ts";
export { type ParallelOptions, parallel, type TranslateSide } from "./pipeline.ts";
export { type SideOptions, sideOf, type TextInput } from "./side-of.ts";
export { tabSeparated } from "./tab-separated.ts";
export { checkTerms, type TermDeparture } from "./terms/check-terms.ts";
export type { Equivalent, TextPair } from "./terms/equivalent.ts";
export { type FindTermsOptions, type FoundTerm, findTerms } from "./terms/find-terms.ts";
export type { ProposeTermsOptions } from "./terms/linked-phrases.ts";
export { type ProposedTerm, proposeTerms } from "./terms/propose-terms.ts";
export { type TranslatedBitext, type TranslateSideOptions, translateMarked, translateSide } from "./translate-side.ts";
export { type WriteTranslationOptions, writeTranslation } from "./write-translation.ts";
