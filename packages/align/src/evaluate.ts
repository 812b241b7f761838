export { compareAlignments, type Difference } from "./bootstrap.ts";
export { evaluateWordLinks, type GoldWords, type JudgedWords, type WordFigures } from "./evaluate-words.ts";
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
