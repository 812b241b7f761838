import { type MarkedBlock, markedBlocks } from "@stele/formats";
import type { Block, InlineMark, LongBitext, Passage, Span } from "@stele/model";
import { blockPairs } from "./block-pairs.ts";

/**
 * The blocks of a translation that is too long to be held, with its marks and where their sources stood in the file.
 */
export function* longBlocks(bitext: LongBitext): Generator<MarkedBlock, void, undefined> {
  const origins = new Map<number, Span>();
  let rest: Rest = { text: "", start: 0, marks: [] };
  let index = 0;
  for (const passage of bitext.passages) {
    addOrigins(origins, passage, bitext);
    const { blocks } = passage;
    const text = rest.text + passage.text;
    const marks = [...rest.marks, ...passage.marks];
    const placed = blocks.map((block, at) => withOrigin(block, origins.get(index + at)));
    yield* markedBlocks({ text, blocks: placed, marks }, rest.start);
    for (let at = index; at < index + blocks.length; at += 1) origins.delete(at);
    index += blocks.length;
    rest = restAfter({ text, start: rest.start, marks }, blocks.at(-1)?.end ?? rest.start);
  }
}

/** Text that no block has ended yet, from `start` on. */
interface Rest {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly InlineMark[];
}

function restAfter({ text, start, marks }: Rest, end: number): Rest {
  return { text: text.slice(end - start), start: end, marks: marks.filter((mark) => mark.end > end) };
}

/** Of each block the origin of the block whose sentence its first paired one translates. */
function addOrigins(origins: Map<number, Span>, passage: Passage, { source }: LongBitext): void {
  for (const pair of blockPairs(passage.beads, source, passage)) {
    const origin = pair.source?.origin;
    if (origin !== undefined && !origins.has(pair.index)) origins.set(pair.index, origin);
  }
}

function withOrigin({ kind, start, end }: Block, origin: Span | undefined): Block {
  return origin === undefined ? { kind, start, end } : { kind, start, end, origin };
}
