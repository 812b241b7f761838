import type { BlockKind } from "@stele/model";

/** Where a side's blocks begin, and of what kind they are. */
export interface BlockMarks {
  /** 1 at each place where a block begins; the end of the text counts too. */
  readonly starts: Uint8Array;
  /** The part of each sentence's block as one bit: prose is 1. */
  readonly parts: Uint8Array;
}

/** The part of sentences in prose, and of all where no kinds are given. */
export const PROSE = 1;

/** Lists and quotations are prose, since readers of files disagree on them; a title and a heading are one. */
const PART_OF: Readonly<Record<BlockKind, number>> = {
  paragraph: PROSE,
  list: PROSE,
  quote: PROSE,
  title: 2,
  heading: 2,
  caption: 4,
  dateline: 8,
  byline: 16,
  signoff: 32,
};

/** Reads the blocks of one side: `blocks` and `kinds` have one entry a sentence. */
export function markBlocks(blocks: readonly number[], kinds: readonly BlockKind[] | undefined): BlockMarks {
  const starts = new Uint8Array(blocks.length + 1);
  for (const [index, block] of blocks.entries()) starts[index] = index === 0 || block !== blocks[index - 1] ? 1 : 0;
  starts[blocks.length] = 1;
  const parts = Uint8Array.from(blocks, (_, index) => PART_OF[kinds?.[index] ?? "paragraph"]);
  return { starts, parts };
}

/** The same for the sentences `[from, to)` only. */
export function sliceBlocks({ starts, parts }: BlockMarks, from: number, to: number): BlockMarks {
  return { starts: starts.subarray(from, to + 1), parts: parts.subarray(from, to) };
}
