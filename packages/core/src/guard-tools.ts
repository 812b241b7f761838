import { type Aligner, figures, lengthPrior, saidNumbers } from "@stele/align";
import { segment } from "@stele/segment";
import type { GuardTools, Term } from "@stele/translate";
import { latinNames } from "./terms/known-names.ts";
import { TERM_TOOLS } from "./terms/term-tools.ts";

/**
 * What the guard of `@stele/translate` needs of its siblings: the segmenter, the aligner, its statistics and anchors.
 * Names that are known go in too; Latin names of Korean and Chinese are known by themselves.
 */
export function guardTools(aligner: Aligner, known: readonly Term[] = []): GuardTools {
  return {
    segment: (text, language) => segment(text, { language }).sentences,
    align: async (source, target, pair) => (await aligner.align(source, target, pair)).beads,
    lengthPrior,
    figures,
    numberWords: saidNumbers,
    terms: TERM_TOOLS,
    names: (text, { source, target }) => (target === "en" && source !== "en" ? [...known, ...latinNames(text)] : known),
  };
}
