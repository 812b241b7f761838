import { type Aligner, type Bead, checkBeads, type Side, sentenceLine } from "@stele/core/node";

/** Two sides and the beads between them, some of them fixed. */
export interface Aligned {
  readonly source: Side;
  readonly target: Side;
  readonly beads: readonly Bead[];
}

/**
 * The beads anew around those that a person fixed. Should one of these not come back as it was, nothing is changed: what
 * a person did outweighs what could be found.
 */
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
  return fixed.every((bead) => aligned.beads.some((other) => isSame(bead, other))) ? aligned.beads : beads;
}

function isSame(bead: Bead, other: Bead): boolean {
  return other.fixed === true && `${[bead.source, bead.target]}` === `${[other.source, other.target]}`;
}

/** The sentences of a side as the aligner takes them. */
export function linesOf(side: Side): readonly string[] {
  return side.sentences.map((sentence) => sentenceLine(side.article, sentence));
}

/** The block of each sentence. */
export function blocksOf(side: Side): readonly number[] {
  return side.sentences.map(({ block }) => block);
}
