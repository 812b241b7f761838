export type { AnswerFacts, AnswerRecord, AnswerStats, Answers, KeptAnswer, StoredAnswer } from "./answers.ts";
export type { RevisionSummary } from "./bitexts.ts";
export type { Library, LibraryOptions, SaveOptions } from "./library.ts";
export { openLibrary } from "./open-library.ts";
export type { Run, RunFacts, RunProgress, RunState, Runs } from "./runs.ts";
export { StaleRevision } from "./stale-revision.ts";
export type { TextSummary } from "./texts.ts";
