import { BLANK, HAN, HANGUL, isAt, skipBlanks, trimBlanks } from "../characters.ts";

/** A line that holds more than blanks: where its text stands, without the blanks around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Columns of blanks before it; an ideographic space is two. */
  readonly indent: number;
  /** Whether an empty line, or the text's beginning, stands before it. */
  readonly isAfterGap: boolean;
}

/** The lines of a stretch of text that are not blank. */
export function findLines(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
  breaks.lastIndex = from;
  let start = from;
  let isAfterGap = true;
  while (start <= to) {
    const match = breaks.exec(text);
    const end = match === null || match.index > to ? to : match.index;
    const first = skipBlanks(text, start, end);
    if (first < end) {
      lines.push({ start: first, end: trimBlanks(text, end, first), indent: indentOf(text, start, first), isAfterGap });
      isAfterGap = false;
    } else if (start > from || match !== null) isAfterGap = true;
    if (match === null || match.index >= to) break;
    start = match.index + match[0].length;
  }
  return lines;
}

function indentOf(text: string, from: number, to: number): number {
  let columns = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    columns += unit === 0x3000 ? 2 : unit === 9 ? 4 : unit === 0xfeff || unit === 0x200b ? 0 : 1;
  }
  return columns;
}

/** How many columns of a terminal a stretch takes: Han, Hangul and full-width marks take two. Counts to 400 at most. */
export function columnsOf(text: string, from: number, to: number): number {
  let columns = 0;
  const end = Math.min(to, from + 400);
  for (let i = from; i < end; i++) columns += isWide(text, i) ? 2 : 1;
  return columns;
}

function isWide(text: string, at: number): boolean {
  if (isAt(text, at, HAN | HANGUL)) return true;
  const unit = text.charCodeAt(at);
  return (unit >= 0x3000 && unit < 0x3030) || (unit >= 0xff00 && unit <= 0xff60);
}

/** The columns of a line's first word: what would have had to fit on the line before. */
export function firstWordColumns(text: string, line: Line): number {
  if (isAt(text, line.start, HAN) || isWide(text, line.start)) {
    if (!isAt(text, line.start, HANGUL)) return 2;
  }
  let end = line.start;
  while (end < line.end && !isAt(text, end, BLANK) && end - line.start < 60) end++;
  return columnsOf(text, line.start, end);
}
