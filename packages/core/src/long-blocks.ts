import { type MarkedBlock, markedBlocks } from "@stele/formats";
import type { Block, InlineMark, LongBitext, Passage, Span } from "@stele/model";

/** The blocks of a translation that is too long to be held, with its marks and where their sources stood in the file. */
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
function addOrigins(origins: Map<number, Span>, { beads, sentences, first }: Passage, { source }: LongBitext): void {
  for (const bead of beads) {
    const [from, to] = [source.sentences[bead.source[0]], sentences[bead.target[0] - first]];
    const isPair = bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1];
    if (!isPair || from === undefined || to === undefined || origins.has(to.block)) continue;
    const origin = source.article.blocks[from.block]?.origin;
    if (origin !== undefined) origins.set(to.block, origin);
  }
}

function withOrigin({ kind, start, end }: Block, origin: Span | undefined): Block {
  return origin === undefined ? { kind, start, end } : { kind, start, end, origin };
}
