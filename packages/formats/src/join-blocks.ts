import type { Block, BlockKind, Span } from "@stele/model";

/** A block of prose before it has its place in the text. */
export interface Piece {
  readonly kind: BlockKind;
  readonly text: string;
  readonly origin?: Span;
}

/** Joins pieces by an empty line and gives each its offsets; outer blanks are dropped, and so are empty pieces. */
export function joinBlocks(pieces: readonly Piece[]): { readonly text: string; readonly blocks: readonly Block[] } {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let start = 0;
  for (const piece of pieces) {
    const text = piece.text.trim();
    if (text === "") continue;
    const origin = piece.origin === undefined ? {} : { origin: piece.origin };
    blocks.push({ kind: piece.kind, start, end: start + text.length, ...origin });
    texts.push(text);
    start += text.length + 2;
  }
  return { text: texts.join("\n\n"), blocks };
}
