export { type AnswersOptions, answers } from "./around/answers.ts";
export { type AroundOptions, aroundEngine } from "./around/around-engine.ts";
export { type BatchOptions, batch } from "./around/batch.ts";
export { type BudgetOptions, budget } from "./around/budget.ts";
export { dedupe } from "./around/dedupe.ts";
export { checkEstimate, type Estimate, type EstimateOptions, estimate } from "./around/estimate.ts";
export { type MemoryOptions, memory } from "./around/memory.ts";
export { type Counts, createMeter, type Meter } from "./around/meter.ts";
export type { Price, PriceTable } from "./around/price.ts";
export { type RetryOptions, retry } from "./around/retry.ts";
export { DEFAULT_RETRY_POLICY, nextWait, type RetryPolicy } from "./around/retry-policy.ts";
export type { Sleep } from "./around/sleep.ts";
export { type Amounts, type Caps, createSpending, type Spending } from "./around/spending.ts";
export { createThrottle, type Throttle, type ThrottleOptions } from "./around/throttle.ts";
export { articleRequests } from "./article/article-requests.ts";
export type { AskOptions, TranslateOptions } from "./article/ask.ts";
export type { SourceText } from "./article/source-text.ts";
export {
  type PassageSink,
  type TranslatedArticle,
  translateArticle,
  translatePassages,
} from "./article/translate-article.ts";
export type {
  ContextPolicy,
  Engine,
  EngineAbilities,
  EngineDescription,
  EngineLimits,
  Example,
  Glossary,
  Term,
  Translated,
  TranslationRequest,
  Usage,
} from "./contract.ts";
export { checkGlossary, glossaryHash } from "./glossary.ts";
export { findReasons, type JudgeOptions } from "./guard/find-reasons.ts";
export type { GuardTools, LanguagePair, LengthStatistics } from "./guard/tools.ts";
export { READINESS_STATES, type Readiness, type ReadinessState, readinessOf } from "./readiness.ts";
export { missedTerms } from "./terms/missed-terms.ts";
export { placesOfTerm } from "./terms/places-of-term.ts";
export type { TermTools } from "./terms/term-tools.ts";
