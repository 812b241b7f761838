import { type Bitext, type Polytext, type Range, type Side, sentenceLine } from "@stele/model";
import type { Parallel } from "./format.ts";

/** A bitext as a polytext of two sides, whose rows are its beads; a polytext is returned as it is. */
export function asPolytext(parallel: Parallel): Polytext {
  return "rows" in parallel ? parallel : polytextOf(parallel);
}

function polytextOf(bitext: Bitext): Polytext {
  const rows = bitext.beads.map(({ source, target, score }) => ({ runs: [source, target], score }));
  return { sides: [bitext.source, bitext.target], rows, pairs: [bitext] };
}

/** The sentences of a run on one line: joined by a blank, or by nothing in Chinese. */
export function runText(side: Side, run: Range): string {
  const glue = side.article.language.startsWith("zh") ? "" : " ";
  return side.sentences
    .slice(run[0], run[1])
    .map((sentence) => sentenceLine(side.article, sentence))
    .join(glue);
}

/** The cells of a row, one a side; an empty string where a side has nothing. */
export function rowTexts(polytext: Polytext, runs: readonly Range[]): readonly string[] {
  return polytext.sides.map((side, index) => runText(side, runs[index] ?? [0, 0]));
}

/** The text of the first title block, on one line; undefined where there is none. */
export function titleOf(side: Side): string | undefined {
  const index = side.article.blocks.findIndex((block) => block.kind === "title");
  const sentences = side.sentences.filter((sentence) => sentence.block === index);
  const title = sentences.map((sentence) => sentenceLine(side.article, sentence)).join(" ");
  return title === "" ? undefined : title;
}
