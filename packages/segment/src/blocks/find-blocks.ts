import type { Block } from "@stele/model";
import type { ArticleMarks } from "./article-marks.ts";
import { isDeliberate, type Layout, measureLayout } from "./layout.ts";
import { kindOfLine, type LineKind } from "./line-kind.ts";
import { findLines, type Line } from "./lines.ts";
import { type Piece, refineBlocks } from "./refine-blocks.ts";

/** The blocks of a stretch of text, in order; together they hold everything in it that is not blank. */
export function findBlocks(
  text: string,
  span: { readonly start: number; readonly end: number },
  marks: readonly ArticleMarks[],
): Block[] {
  const lines = findLines(text, span.start, span.end);
  const pieces: Piece[] = [];
  let from = 0;
  while (from < lines.length) {
    let to = from + 1;
    while (to < lines.length && lines[to]?.isAfterGap === false) to++;
    addRun(text, lines.slice(from, to), { marks, pieces });
    from = to;
  }
  return refineBlocks(text, pieces, marks);
}

interface Target {
  readonly marks: readonly ArticleMarks[];
  readonly pieces: Piece[];
}

/** A run of lines without an empty one: cut where a line is of its own kind or its break was the author's. */
function addRun(text: string, lines: readonly Line[], { marks, pieces }: Target): void {
  const layout = measureLayout(text, lines);
  const kinds = lines.map((line) => kindOfLine(text.slice(line.start, line.end), marks));
  let first = 0;
  for (let i = 1; i <= lines.length; i++) {
    const isCut = i === lines.length || isBreak(text, { lines, kinds, layout }, i);
    if (!isCut) continue;
    const start = lines[first]?.start ?? 0;
    const end = lines[i - 1]?.end ?? 0;
    pieces.push({ start, end, kind: kinds[first], isOneLine: i - first === 1 });
    first = i;
  }
}

interface Run {
  readonly lines: readonly Line[];
  readonly kinds: readonly (LineKind | undefined)[];
  readonly layout: Layout;
}

/** Whether a block ends between the lines `index - 1` and `index`. */
function isBreak(text: string, { lines, kinds, layout }: Run, index: number): boolean {
  const [before, after] = [lines[index - 1], lines[index]];
  if (before === undefined || after === undefined) return true;
  const [kind, next] = [kinds[index - 1], kinds[index]];
  if (kind === "quote" || next === "quote") return kind !== next;
  if (next !== undefined) return true;
  if (kind === undefined || kind === "caption") return isDeliberate(text, [before, after], layout);
  if (kind === "list") return after.indent < 2 && isDeliberate(text, [before, after], layout);
  return true;
}
