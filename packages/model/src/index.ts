export type { AnswerFacts, AnswerStore, KeptAnswer, StoredAnswer } from "./answer.ts";
export {
  type Article,
  type ArticleDraft,
  type ArticleId,
  type Block,
  type BlockKind,
  createArticle,
  hashText,
  type Sentence,
} from "./article.ts";
export { type Bead, checkBeads, type SideLengths, type WordLink, type WordSpan } from "./bead.ts";
export {
  type Bitext,
  type BitextDraft,
  type BitextId,
  bitextId,
  createBitext,
  type Side,
  type SideName,
} from "./bitext.ts";
export type { ConcordanceHit, ConcordanceQuery, Counterpart, FoundAt, SearchMode } from "./concordance.ts";
export { cutText } from "./cut-text.ts";
export { type ErrorCode, EXIT_CODES } from "./error-codes.ts";
export type { GuardPiece, GuardReason, GuardReport, Verdict } from "./guard-report.ts";
export { type InlineMark, type InlineMarkKind, sliceMarks, sortMarks } from "./inline-mark.ts";
export {
  type BaseLanguage,
  baseLanguage,
  LANGUAGE_TAGS,
  type LanguageTag,
  parseLanguageTag,
  regionOf,
} from "./language-tag.ts";
export {
  countVerdicts,
  createLongBitext,
  type LongBitext,
  type LongBitextDraft,
  type LongReport,
  type LongSide,
  longReport,
  overridesOf,
  wholeBitext,
  wholeTarget,
} from "./long-bitext.ts";
export type { MemoryLookup, MemoryMatch, MemoryQuery } from "./memory-lookup.ts";
export type { Operation } from "./operation.ts";
export { listOf, type Passage, passageLine, textsOf } from "./passage.ts";
export type { Polytext, Row } from "./polytext.ts";
export type { EngineOrigin, Origin, Provenance, Standing } from "./provenance.ts";
export { glueOf, joinLines, sentenceLine } from "./sentence-text.ts";
export { shortened } from "./shortened.ts";
export { checkSpans, type Range, rangeLength, type Span } from "./span.ts";
export { type ErrorDetails, SteleError, type SteleErrorOptions } from "./stele-error.ts";
export type { WordState } from "./word-state.ts";
