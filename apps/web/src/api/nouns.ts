/** The nouns of the model as the browser door gives them; types only, so that the first screen stays light. */
export type {
  Bead,
  Bitext,
  BlockKind,
  LanguageTag,
  Polytext,
  Provenance,
  Range,
  Side,
  Span,
} from "@stele/core";
