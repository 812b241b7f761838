import type { Bead, Block, Sentence, Side } from "@stele/model";

/** A block of a translation, by its index, and the block of the source that it translates. */
interface BlockPair {
  readonly index: number;
  readonly source: Block | undefined;
}

/** Sentences of a translation from one on: its `first`, 0 of a whole one. */
interface Sentences {
  readonly sentences: readonly Sentence[];
  readonly first?: number;
}

/**
 * What the pairs of sentences say of the blocks that they stand in, in the order of the beads; a block may come often.
 */
export function* blockPairs(
  beads: readonly Bead[],
  { article, sentences: sources }: Side,
  { sentences, first = 0 }: Sentences,
): Generator<BlockPair, void, undefined> {
  for (const { source, target } of beads) {
    const [from, to] = [sources[source[0]], sentences[target[0] - first]];
    const isPair = source[0] < source[1] && target[0] < target[1];
    if (isPair && from !== undefined && to !== undefined) yield { index: to.block, source: article.blocks[from.block] };
  }
}
