import type { Aligner, AlignOptions } from "@stele/align";
import { type Bitext, createBitext, type Side } from "@stele/model";
import { blocksOf, linesOf } from "./aligner-input.ts";

/** How two sides are aligned: as `align`, with the languages and blocks taken from the sides. */
export interface AlignSidesOptions extends Omit<AlignOptions, "source" | "target" | "blocks"> {
  readonly aligner: Aligner;
}

/**
 * Two sides as a bitext, aligned.
 *
 * @throws SteleError `language-same`; what the aligner throws.
 */
export async function alignSides(source: Side, target: Side, options: AlignSidesOptions): Promise<Bitext> {
  const { aligner, ...rest } = options;
  const { beads } = await aligner.align(linesOf(source), linesOf(target), {
    ...rest,
    source: source.article.language,
    target: target.article.language,
    blocks: blocksOf(source, target),
  });
  return createBitext({ source, target, beads });
}
