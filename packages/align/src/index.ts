export type {
  Aligner,
  AlignerOptions,
  Alignment,
  AlignOptions,
  EvidenceKind,
  LearnWordsOptions,
  MovedHint,
  SentenceWordLink,
  WordLinkOptions,
} from "./align-options.ts";
export { createAligner } from "./aligner.ts";
export { figures } from "./anchors/figures.ts";
export { endsNoun, withoutParticle } from "./anchors/korean-particles.ts";
export { simplifyHan } from "./anchors/readings.ts";
export { saidNumbers } from "./anchors/said-numbers.ts";
export type { BeadExplanation } from "./explain.ts";
export { type LengthPrior, lengthPrior } from "./length-prior.ts";
export { doubtLimit } from "./mark-doubtful.ts";
export { buildPolytext } from "./polytext.ts";
export type { SentenceBlocks } from "./sentence-blocks.ts";
export { cutWords } from "./words/cut-words.ts";
export type { BeadTexts, WordLexicon } from "./words/word-lexicon.ts";
