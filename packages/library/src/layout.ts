import type { Bead, Block, Provenance, Sentence, Side } from "@stele/model";

/** What of a side is not its article. */
interface Layout {
  /** The blocks that the sentences count: an article's may be found anew later. */
  readonly blocks: readonly Block[];
  /** Start, end and block of each sentence, one after the other. */
  readonly sentences: readonly number[];
  readonly provenance: Provenance;
  readonly overrides?: Readonly<Record<number, Provenance>>;
}

/** A bead as a tuple: source from, to, target from, to, score, 1 for a low score + 2 for fixed. */
type BeadTuple = readonly [number, number, number, number, number | null, number];

/** A side without its article's text, as text. */
export function writeLayout({ article, sentences, provenance, overrides }: Side): string {
  const layout: Layout = {
    blocks: article.blocks,
    sentences: sentences.flatMap(({ start, end, block }) => [start, end, block]),
    provenance,
    ...(overrides === undefined ? {} : { overrides }),
  };
  return JSON.stringify(layout);
}

/** What `writeLayout` wrote; the article is the caller's. */
export function readLayout(data: string): Omit<Side, "article"> & { readonly blocks: readonly Block[] } {
  const { blocks, sentences: numbers, provenance, overrides } = JSON.parse(data) as Layout;
  const sentences: Sentence[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    sentences.push({ start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0, block: numbers[at + 2] ?? 0 });
  }
  return { blocks, sentences, provenance, ...(overrides === undefined ? {} : { overrides }) };
}

/** Beads as text. */
export function writeBeads(beads: readonly Bead[]): string {
  return JSON.stringify(
    beads.map(({ source, target, score, lowScore, fixed }): BeadTuple => {
      return [...source, ...target, score, (lowScore ? 1 : 0) + (fixed === true ? 2 : 0)];
    }),
  );
}

/** What `writeBeads` wrote. */
export function readBeads(data: string): readonly Bead[] {
  return (JSON.parse(data) as readonly BeadTuple[]).map(([from, to, targetFrom, targetTo, score, flags]) => ({
    source: [from, to],
    target: [targetFrom, targetTo],
    score,
    lowScore: (flags & 1) !== 0,
    ...((flags & 2) === 0 ? {} : { fixed: true }),
  }));
}
