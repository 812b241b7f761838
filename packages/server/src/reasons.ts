import type { Aligner, Alignment, Bead, BeadExplanation, Bitext } from "@stele/core/node";
import { blocksOf, linesOf } from "./corrections/realign.ts";

/**
 * Why each bead of a bitext stands as it does. The beads are given to the aligner as fixed, so that it explains them and
 * moves none; only the doubtful ones are searched once more, which is what their meaning is measured by.
 */
export async function reasonsOf(bitext: Bitext, aligner: Aligner): Promise<readonly BeadExplanation[]> {
  const { beads } = bitext;
  const { explanations = [] } = await explained(bitext, beads, aligner);
  const doubtful = beads.filter((bead) => bead.lowScore);
  if (doubtful.length === 0 || !aligner.hasMeaning) return explanations;
  const searched = await explained(
    bitext,
    beads.filter((bead) => !bead.lowScore),
    aligner,
  );
  const meanings = new Map(
    searched.beads.map((bead, index) => [shapeOf(bead), searched.explanations?.[index]?.meaning ?? null] as const),
  );
  return explanations.map((explanation) => {
    const bead = beads[explanation.bead];
    const meaning = bead === undefined ? undefined : meanings.get(shapeOf(bead));
    return meaning === undefined || meaning === null ? explanation : { ...explanation, meaning };
  });
}

function explained({ source, target }: Bitext, fixed: readonly Bead[], aligner: Aligner): Promise<Alignment> {
  return aligner.align(linesOf(source), linesOf(target), {
    source: source.article.language,
    target: target.article.language,
    blocks: blocksOf(source, target),
    fixed: fixed.map((bead) => ({ ...bead, fixed: true })),
    explain: true,
  });
}

function shapeOf({ source, target }: Bead): string {
  return `${source} ${target}`;
}
