export { compareAlignments, type Difference, pairedBootstrap } from "./bootstrap.ts";
export {
  countWordLinks,
  evaluateWordLinks,
  type GoldWords,
  type JudgedWords,
  linksOfWords,
  type WordCounts,
  type WordFigures,
  wordFigures,
} from "./evaluate-words.ts";
export {
  type AlignmentScore,
  coverageFaults,
  evaluateAlignment,
  type Figures,
  type IndexBead,
  type JudgedDocument,
  recallByShape,
  type ShapeRecall,
} from "./score-alignment.ts";
export { createWordBaselines, type WordBaselines, type WordLinker } from "./words/word-baselines.ts";
