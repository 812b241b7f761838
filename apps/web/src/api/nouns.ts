/** The nouns of the model as the browser door gives them; types only, so that the first screen stays light. */
export type {
  Article,
  Bead,
  Bitext,
  Block,
  BlockKind,
  LanguageTag,
  Polytext,
  Provenance,
  Range,
  Row,
  Sentence,
  Side,
  Span,
} from "@stele/core";
