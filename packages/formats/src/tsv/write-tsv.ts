import type { Polytext } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { rowTexts } from "../parallel-rows.ts";

/** A header with the language tags and `score`, then a line a row; tabs and line breaks in cells become blanks. */
export function writeTsv(polytext: Polytext): readonly OutputFile[] {
  return [{ suffix: ".tsv", chunks: lines(polytext) }];
}

function* lines(polytext: Polytext): Iterable<string> {
  yield tsvLine([...polytext.sides.map((side) => side.article.language), "score"]);
  for (const { runs, score } of polytext.rows) yield tsvLine([...rowTexts(polytext, runs), scoreText(score)]);
}

/** Cells as one line of TSV: tabs and line breaks inside become single blanks. */
export function tsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/g, " ")).join("\t")}\n`;
}

/** A score with three decimals; an empty cell where there is none. */
export function scoreText(score: number | null): string {
  return score === null ? "" : score.toFixed(3);
}
