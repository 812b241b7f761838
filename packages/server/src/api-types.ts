export type {
  BitextAnswer,
  CorrectionAnswer,
  CorrectionRequest,
  HistoryAnswer,
  HistoryItem,
  MatchesAnswer,
  MatchItem,
  ReasonsAnswer,
  RestoreRequest,
  StaleAnswer,
} from "./api/corrections.ts";
export type {
  CapsItem,
  EngineItem,
  EnginesAnswer,
  EstimateItem,
  SuggestAnswer,
  SuggestRequest,
  TranslateEvents,
  TranslateRequest,
  UnfinishedAnswer,
  UnfinishedRun,
} from "./api/engines.ts";
export type { ConcordanceAnswer, ExportFiles, FormatItem, FormatsAnswer } from "./api/finding.ts";
export type { MarkRequest, SaveSentenceRequest, SentencesAnswer, WordsAnswer } from "./api/study.ts";
export type {
  About,
  AddEvents,
  AddRequest,
  ApiError,
  BitextItem,
  Compact,
  CompactPolytext,
  GivenText,
  TextAnswer,
  TextItem,
  TextList,
} from "./api/texts.ts";
