export type {
  ContextPolicy,
  Engine,
  EngineAbilities,
  EngineDescription,
  EngineLimits,
  Example,
  Glossary,
  Readiness,
  Term,
  Translated,
  TranslationRequest,
  Usage,
} from "./contract.ts";
export { findReasons, type JudgeOptions } from "./guard/find-reasons.ts";
export type { GuardTools, LanguagePair, LengthStatistics } from "./guard/tools.ts";
export type {
  AnswerFacts,
  AnswerStore,
  KeptAnswer,
  MemoryLookup,
  MemoryMatch,
  MemoryQuery,
  StoredAnswer,
} from "./stores.ts";
