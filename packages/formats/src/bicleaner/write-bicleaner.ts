import type { Bitext, Polytext, Side } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { fullBeadTexts, pairName } from "../pair-files.ts";
import { scoreText, tsvLine } from "../tsv/write-tsv.ts";

/** Bicleaner's five columns: where source and target come from, source, target, score. No header. */
export function writeBicleaner(polytext: Polytext): readonly OutputFile[] {
  const isOne = polytext.pairs.length === 1;
  return polytext.pairs.map((pair) => ({
    suffix: isOne ? ".bicleaner.tsv" : `.${pairName(pair)}.bicleaner.tsv`,
    chunks: lines(pair),
  }));
}

function* lines(pair: Bitext): Iterable<string> {
  const places = [placeOf(pair.source), placeOf(pair.target)];
  for (const { bead, source, target } of fullBeadTexts(pair)) {
    yield tsvLine([...places, source, target, scoreText(bead.score)]);
  }
}

/** A name for a file, else the article's identifier: Bicleaner only wants the columns filled. */
function placeOf({ article, provenance }: Side): string {
  return provenance.origin.kind === "file" ? provenance.origin.name : `stele:${article.id}`;
}
