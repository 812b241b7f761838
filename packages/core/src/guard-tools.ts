import { type Aligner, figures, lengthPrior } from "@stele/align";
import { segment } from "@stele/segment";
import type { GuardTools } from "@stele/translate";

/** What the guard of `@stele/translate` needs of its siblings: the segmenter, the aligner and its statistics. */
export function guardTools(aligner: Aligner): GuardTools {
  return {
    segment: (text, language) => segment(text, { language }).sentences,
    align: async (source, target, pair) => (await aligner.align(source, target, pair)).beads,
    lengthPrior,
    figures,
  };
}
