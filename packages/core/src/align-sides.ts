import type { Aligner, AlignOptions } from "@stele/align";
import { type Bitext, type BlockKind, createBitext, type Side, sentenceLine } from "@stele/model";

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
    blocks: {
      source: blocksOf(source),
      target: blocksOf(target),
      kinds: { source: kindsOf(source), target: kindsOf(target) },
    },
  });
  return createBitext({ source, target, beads });
}

function linesOf(side: Side): readonly string[] {
  return side.sentences.map((sentence) => sentenceLine(side.article, sentence));
}

function blocksOf(side: Side): readonly number[] {
  return side.sentences.map((sentence) => sentence.block);
}

function kindsOf({ article, sentences }: Side): readonly BlockKind[] {
  return sentences.map(({ block }) => article.blocks[block]?.kind ?? "paragraph");
}
