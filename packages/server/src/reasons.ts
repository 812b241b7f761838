import { type Aligner, type Bead, type Bitext, blocksOf, cutWords, linesOf } from "@stele/core/node";
import type { BeadReasons } from "./api/corrections.ts";

/**
 * Why each bead of a bitext stands as it does. The beads are given to the aligner as fixed, so that it explains them
 * and moves none; of the doubtful ones it is said how far their words are linked, for those are what a reader sees
 * underlined.
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
  const shareOf = await shareCounter(bitext, aligner);
  return explanations.map((explanation) => {
    const bead = beads[explanation.bead];
    const isCounted = bead?.lowScore === true && explanation.lengthFactor !== null && aligner.hasMeaning;
    return { ...explanation, linkedShare: isCounted ? shareOf(bead) : null };
  });
}

/** The links of a bead by their confidence, over the words of the side that has fewer. */
async function shareCounter({ source, target, beads }: Bitext, aligner: Aligner): Promise<(bead: Bead) => number> {
  const [sourceLines, targetLines] = [linesOf(source), linesOf(target)];
  const languages = { source: source.article.language, target: target.article.language };
  const textsOf = (bead: Bead) => ({
    source: sourceLines.slice(...bead.source).join(" "),
    target: targetLines.slice(...bead.target).join(" "),
  });
  const lexicon = await aligner.learnWords(beads.map(textsOf), languages);
  return (bead) => {
    const texts = textsOf(bead);
    const links = aligner.linkWords(texts.source, texts.target, { ...languages, lexicon });
    const sure = links.reduce((sum, { confidence }) => sum + confidence, 0);
    const words = Math.min(
      cutWords(texts.source, languages.source).length,
      cutWords(texts.target, languages.target).length,
    );
    return words === 0 ? 0 : Math.min(1, sure / words);
  };
}
