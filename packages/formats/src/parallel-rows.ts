import { type Bitext, glueOf, type Polytext, type Range, type Side, sentenceLine } from "@stele/model";
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
  return side.sentences
    .slice(run[0], run[1])
    .map((sentence) => sentenceLine(side.article, sentence))
    .join(glueOf(side.article.language));
}

/** The cells of a row, one a side; an empty string where a side has nothing. */
export function rowTexts(polytext: Polytext, runs: readonly Range[]): readonly string[] {
  return polytext.sides.map((side, index) => runText(side, runs[index] ?? [0, 0]));
}

/**
 * The rows in which a bead between the first side and another is marked for a second look. Doubts between the other
 * sides mark none: a reader compares with the first, and corrects against it.
 */
export function doubtfulRows({ sides, rows, pairs }: Polytext): ReadonlySet<number> {
  const doubtful = new Set<number>();
  const rowsBySide = sides.map((_, side) => rowsBySentence(rows, side));
  for (const { source, target, beads } of pairs) {
    if (source.article.id !== sides[0]?.article.id) continue;
    const targetRows = rowsBySide[sides.findIndex(({ article }) => article.id === target.article.id)];
    for (const bead of beads) {
      if (!bead.lowScore) continue;
      const hasSource = bead.source[0] < bead.source[1];
      const row = hasSource ? rowsBySide[0]?.[bead.source[0]] : targetRows?.[bead.target[0]];
      if (row !== undefined) doubtful.add(row);
    }
  }
  return doubtful;
}

function rowsBySentence(rows: Polytext["rows"], side: number): readonly number[] {
  return rows.flatMap(({ runs }, row) => {
    const [from, to] = runs[side] ?? [0, 0];
    return Array.from({ length: to - from }, () => row);
  });
}

/** The text of the first title block, on one line; undefined where there is none. */
export function titleOf(side: Side): string | undefined {
  const index = side.article.blocks.findIndex((block) => block.kind === "title");
  const sentences = side.sentences.filter((sentence) => sentence.block === index);
  const title = sentences.map((sentence) => sentenceLine(side.article, sentence)).join(" ");
  return title === "" ? undefined : title;
}
