import type { Segmentation } from "@stele/segment";

/** White space, and the invisible characters that count as such. */
const BLANKS = /^[\s\u0085\u200b\ufeff]*$/u;

/**
 * What is wrong with a segmentation, or undefined: sentences in order, trimmed, inside their blocks, and between them
 * nothing but blanks, so that sentences and gaps rebuild the text.
 */
export function findLoss(text: string, { blocks, sentences }: Segmentation): string | undefined {
  let at = 0;
  let lastBlock = 0;
  for (const [index, { start, end, block }] of sentences.entries()) {
    const holder = blocks[block];
    if (holder === undefined || block < lastBlock) return `sentence ${index} has no block, or one out of order`;
    if (start < holder.start || end > holder.end) return `sentence ${index} leaves its block`;
    if (start < at || end <= start) return `sentence ${index} is out of order or empty`;
    if (!BLANKS.test(text.slice(at, start))) return `characters are lost before sentence ${index}`;
    const piece = text.slice(start, end);
    if (BLANKS.test(piece.slice(0, 1)) || BLANKS.test(piece.slice(-1))) return `sentence ${index} is not trimmed`;
    at = end;
    lastBlock = block;
  }
  if (!BLANKS.test(text.slice(at))) return "characters are lost at the end";
  return blocks.every((block, i) => block.start >= (blocks[i - 1]?.end ?? 0)) ? undefined : "blocks overlap";
}
