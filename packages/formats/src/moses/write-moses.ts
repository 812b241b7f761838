import type { Bitext, Polytext, SideName } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { fullBeadTexts, pairName } from "../pair-files.ts";

/** Two files a pair, line by line; beads with an empty side are left out, and a line has no inner line break. */
export function writeMoses(polytext: Polytext): readonly OutputFile[] {
  return polytext.pairs.flatMap((pair) => [
    { suffix: `.${pairName(pair)}.${pair.source.article.language}`, chunks: lines(pair, "source") },
    { suffix: `.${pairName(pair)}.${pair.target.article.language}`, chunks: lines(pair, "target") },
  ]);
}

function* lines(pair: Bitext, side: SideName): Iterable<string> {
  for (const texts of fullBeadTexts(pair)) yield `${texts[side].replace(/\s+/gu, " ").trim()}\n`;
}
