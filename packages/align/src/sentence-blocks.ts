import type { BlockKind } from "@stele/model";

/** Where each sentence stands: one list a side, one entry a sentence. */
export interface SentenceBlocks {
  /** The index of the sentence's block. */
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** The kind of the sentence's block: a caption then prefers a caption, and is not joined with a paragraph. */
  readonly kinds?: { readonly source: readonly BlockKind[]; readonly target: readonly BlockKind[] };
}
