import type { Article, InlineMark, Sentence } from "@stele/model";

/** A text with its sentences, as it is to be translated. */
export interface SourceText {
  readonly article: Pick<Article, "text" | "language" | "blocks">;
  readonly sentences: readonly Sentence[];
  /** Marks over the text, for engines that take tags; the text itself holds no markup then. */
  readonly marks?: readonly InlineMark[];
}
