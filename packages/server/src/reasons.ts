import { type Aligner, type Bead, type Bitext, blocksOf, linesOf } from "@stele/core/node";
import type { BeadReasons } from "./api/corrections.ts";

/**
 * Why each bead of a bitext stands as it does. The beads are given to the aligner as fixed, so that it explains them and
 * moves none; of the doubtful ones the linked words are counted, for those are what a reader sees underlined.
 */
export async function reasonsOf(bitext: Bitext, aligner: Aligner): Promise<readonly BeadReasons[]> {
  const { source, target, beads } = bitext;
  const { explanations = [] } = await aligner.align(linesOf(source), linesOf(target), {
    source: source.article.language,
    target: target.article.language,
    blocks: blocksOf(source, target),
    fixed: beads.map((bead) => ({ ...bead, fixed: true })),
    explain: true,
  });
  const count = wordCounter(bitext, aligner);
  return explanations.map((explanation) => {
    const bead = beads[explanation.bead];
    const isCounted = bead?.lowScore === true && explanation.lengthFactor !== null && aligner.hasMeaning;
    return { ...explanation, linkedWords: isCounted ? count(bead) : null };
  });
}

function wordCounter({ source, target }: Bitext, aligner: Aligner): (bead: Bead) => number {
  const [sourceLines, targetLines] = [linesOf(source), linesOf(target)];
  const languages = { source: source.article.language, target: target.article.language };
  return (bead) => {
    const [own, other] = [sourceLines.slice(...bead.source).join(" "), targetLines.slice(...bead.target).join(" ")];
    return aligner.linkWords(own, other, languages).length;
  };
}
