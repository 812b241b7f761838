import { type Block, type BlockKind, type InlineMark, type Span, sliceMarks, sortMarks } from "@stele/model";

/** A block of prose before it has its place in the text. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  readonly origin?: Span;
  /** Over the piece's text. */
  readonly marks?: readonly InlineMark[];
}

/** Text, blocks and marks of pieces. */
export interface JoinedBlocks {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly InlineMark[];
}

/** Joins pieces by an empty line and gives each its offsets; outer blanks are dropped, and so are empty pieces. */
export function joinBlocks(pieces: readonly Piece[]): JoinedBlocks {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const marks: InlineMark[] = [];
  let start = 0;
  for (const piece of pieces) {
    const text = piece.text.trim();
    if (text === "") continue;
    const origin = piece.origin === undefined ? {} : { origin: piece.origin };
    blocks.push({ kind: piece.kind, start, end: start + text.length, ...origin });
    const from = piece.text.length - piece.text.trimStart().length;
    const span = { start: from, end: from + text.length };
    for (const mark of sliceMarks(sortMarks(piece.marks ?? []), span, start - from)) marks.push(mark);
    texts.push(text);
    start += text.length + 2;
  }
  return { text: texts.join("\n\n"), blocks, marks };
}
