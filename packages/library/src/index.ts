export type { AnswerRecord, AnswerStats, Answers } from "./answers.ts";
export type { RevisionSummary } from "./bitexts.ts";
export type { Library, LibraryOptions, SaveLongOptions, SaveOptions } from "./library.ts";
export {
  type AddResult,
  type KeptMatch,
  type KeptUnit,
  LIBRARY_MEMORY,
  type Memory,
  type MemorySearch,
  type MemoryStats,
  type MemoryText,
  type MemoryUnit,
} from "./memory/memory-types.ts";
export { openLibrary } from "./open-library.ts";
export type { Run, RunFacts, RunProgress, RunState, Runs } from "./runs.ts";
export type { Spool } from "./spool.ts";
export { StaleRevision } from "./stale-revision.ts";
export type { KeptSentence, MarkedWord, SavedSentence, Sentences, Words } from "./study.ts";
export type { TextSummary } from "./texts.ts";
