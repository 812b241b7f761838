import { CLOSER, DIGIT, flagsAt, HAN, HANGUL, isAt, LOWER, OPENER, UPPER } from "../characters.ts";
import { columnsOf, firstWordColumns, type Line } from "./lines.ts";

/** Nobody breaks prose by hand beyond this many columns, so longer lines are paragraphs. */
const WIDEST = 120;
/** Below this many columns a short line tells nothing. */
const NARROWEST = 40;
/** A line this near to the widest is full, whatever word came next. */
const SLACK = 0.97;

/** How the lines of one run, without an empty line between them, are laid out. */
export interface Layout {
  /** The columns of the widest line. */
  readonly width: number;
  /** Whether every line ends as a sentence does: then each is a paragraph. */
  readonly areAllComplete: boolean;
}

/** Measures a run of lines. */
export function measureLayout(text: string, lines: readonly Line[]): Layout {
  // One line needs no comparing.
  if (lines.length < 2) return { width: 0, areAllComplete: false };
  let width = 0;
  for (const line of lines) width = Math.max(width, line.indent + columnsOf(text, line.start, line.end));
  return { width, areAllComplete: lines.length > 1 && lines.every((line) => isComplete(text, line)) };
}

/** Whether a line break between two lines of prose is the author's own, and not only where the line was full. */
export function isDeliberate(text: string, lines: readonly [Line, Line], layout: Layout): boolean {
  const [before, after] = lines;
  if (after.indent >= 2 && (before.indent < after.indent || text.charCodeAt(after.start - 1) === 0x3000)) return true;
  if (!beginsSentence(text, after)) return false;
  if (layout.width > WIDEST || layout.areAllComplete) return true;
  const columns = before.indent + columnsOf(text, before.start, before.end);
  const isFull = columns + 1 + firstWordColumns(text, after) > layout.width * SLACK;
  if (isFull) return false;
  return isComplete(text, before) || (layout.width >= NARROWEST && columns < layout.width * 0.75);
}

/** A line that begins with a small letter or a mark goes on with the line before. */
function beginsSentence(text: string, line: Line): boolean {
  return isAt(text, line.start, UPPER | DIGIT | HAN | HANGUL | OPENER) || `"'▲△[(`.includes(text[line.start] ?? "x");
}

/** Whether a line ends with a final mark, perhaps in closing marks. */
export function isComplete(text: string, line: { readonly start: number; readonly end: number }): boolean {
  let end = line.end;
  while (end > line.start && ((flagsAt(text, end - 1) & CLOSER) !== 0 || `"'`.includes(text[end - 1] ?? "x"))) end--;
  return end > line.start && ".!?…。！？｡．".includes(text[end - 1] ?? "x") && !isAt(text, end - 1, LOWER);
}
