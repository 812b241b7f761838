import { type Block, type BlockKind, type InlineMark, type Span, sliceMarks, sortMarks } from "@stele/model";

/** One text with its blocks and marks: what `readArticle` gives, or its translation. */
export interface MarkedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks?: readonly InlineMark[];
}

/** A block by itself. */
export interface MarkedBlock {
  readonly kind: BlockKind;
  readonly text: string;
  /** Over its text. */
  readonly marks: readonly InlineMark[];
  /** The `origin` of the block of a file whose place it takes. */
  readonly origin?: Span;
}

/** The blocks of a text one by one; offsets of blocks and marks count from `start`, where the text begins. */
export function* markedBlocks(
  { text, blocks, marks = [] }: MarkedText,
  start = 0,
): Generator<MarkedBlock, void, undefined> {
  const sorted = sortMarks(marks);
  let next = 0;
  let open: readonly InlineMark[] = [];
  for (const block of blocks) {
    const from = next;
    while ((sorted[next]?.start ?? Number.POSITIVE_INFINITY) <= block.end) next += 1;
    open = [...open, ...sorted.slice(from, next)];
    const { kind, origin } = block;
    yield {
      kind,
      text: text.slice(block.start - start, block.end - start),
      marks: sliceMarks(open, block),
      ...(origin === undefined ? {} : { origin }),
    };
    // What does not end here goes on in the next block.
    open = open.filter(({ end }) => end >= block.end);
  }
}
