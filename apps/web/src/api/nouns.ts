/** The nouns of the model as the browser door gives them; types only, so that the first screen stays light. */
export type {
  Bead,
  BeadExplanation,
  Bitext,
  BlockKind,
  ConcordanceHit,
  ConcordanceQuery,
  FoundAt,
  LanguageTag,
  Operation,
  Polytext,
  Provenance,
  Range,
  SearchMode,
  Side,
  SideName,
  Span,
} from "@stele/core";
