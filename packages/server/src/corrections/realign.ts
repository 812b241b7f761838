import { type Aligner, type Bead, checkBeads, type Side, sentenceLine } from "@stele/core/node";

/** Two sides and the beads between them, some of them fixed. */
export interface Aligned {
  readonly source: Side;
  readonly target: Side;
  readonly beads: readonly Bead[];
}

/** The beads anew around those that a person fixed. A bead that was fixed comes back as it was. */
export async function realign({ source, target, beads }: Aligned, aligner: Aligner): Promise<readonly Bead[]> {
  const fixed = beads.filter((bead) => bead.fixed === true);
  const aligned = await aligner.align(linesOf(source), linesOf(target), {
    source: source.article.language,
    target: target.article.language,
    blocks: { source: blocksOf(source), target: blocksOf(target) },
    fixed,
    previous: beads,
  });
  checkBeads(aligned.beads, { source: source.sentences.length, target: target.sentences.length });
  return aligned.beads;
}

/** The sentences of a side as the aligner takes them. */
export function linesOf(side: Side): readonly string[] {
  return side.sentences.map((sentence) => sentenceLine(side.article, sentence));
}

/** The block of each sentence. */
export function blocksOf(side: Side): readonly number[] {
  return side.sentences.map(({ block }) => block);
}
