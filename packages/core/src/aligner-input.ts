import type { AlignOptions } from "@stele/align";
import { type BlockKind, type Side, sentenceLine } from "@stele/model";

/** The sentences of a side, each on one line, as the aligner takes them. */
export function linesOf({ article, sentences }: Side): readonly string[] {
  return sentences.map((sentence) => sentenceLine(article, sentence));
}

/** The block of each sentence of two sides and its kind, as the aligner takes them. */
export function blocksOf(source: Side, target: Side): NonNullable<AlignOptions["blocks"]> {
  const indexes = ({ sentences }: Side): readonly number[] => sentences.map(({ block }) => block);
  const kinds = ({ article, sentences }: Side): readonly BlockKind[] =>
    sentences.map(({ block }) => article.blocks[block]?.kind ?? "paragraph");
  return {
    source: indexes(source),
    target: indexes(target),
    kinds: { source: kinds(source), target: kinds(target) },
  };
}
