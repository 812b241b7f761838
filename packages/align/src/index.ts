export type {
  Aligner,
  AlignerOptions,
  Alignment,
  AlignOptions,
  EvidenceKind,
  MovedHint,
  SentenceWordLink,
  WordLinkOptions,
} from "./align-options.ts";
export { createAligner } from "./aligner.ts";
export type { BeadExplanation } from "./explain.ts";
export { figures } from "./figures.ts";
export { type LengthPrior, lengthPrior } from "./length-prior.ts";
export { buildPolytext } from "./polytext.ts";
