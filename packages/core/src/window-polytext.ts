import { type Aligner, buildPolytext } from "@stele/align";
import {
  type Bitext,
  type Block,
  type BlockKind,
  createArticle,
  createBitext,
  type LongBitext,
  type LongSide,
  type Passage,
  type Polytext,
  type Range,
  type Sentence,
  type Side,
} from "@stele/model";
import { alignSides } from "./align-sides.ts";
import { blockPairs } from "./block-pairs.ts";

/** A passage of a translation and the sentences of the source that it translates. */
export interface Window {
  readonly bitext: LongBitext;
  readonly passage: Passage;
  readonly source: Range;
}

/**
 * Two windows on the same sentences of the source in rows, by indexes of their own, aligned with each other where there
 * is an aligner.
 */
export async function windowPolytext(
  [one, other]: readonly [Window, Window],
  { aligner, signal }: { readonly aligner?: Aligner; readonly signal?: AbortSignal },
): Promise<Polytext> {
  const [first, second] = [windowBitext(one), windowBitext(other)];
  if (aligner === undefined) return buildPolytext([first, second]);
  const options = { aligner, ...(signal === undefined ? {} : { signal }) };
  return buildPolytext([first, second, await alignSides(first.target, second.target, options)]);
}

function windowBitext({ bitext, passage, source: [from, to] }: Window): Bitext {
  const { source, target } = bitext;
  const kindOf = ({ block }: Sentence): BlockKind => source.article.blocks[block]?.kind ?? "paragraph";
  const sentences = source.sentences.slice(from, to);
  const start = sentences[0]?.start ?? 0;
  const text = source.article.text.slice(start, sentences.at(-1)?.end ?? start);
  const kinds = kindsOf(passage, source);
  return createBitext({
    source: windowSide({ text, start, sentences }, { ...source, language: source.article.language, kindOf }),
    target: windowSide(passage, { ...target, kindOf: ({ block }) => kinds.get(block) ?? "paragraph" }),
    beads: passage.beads.map((bead) => ({
      ...bead,
      source: moved(bead.source, -from),
      target: moved(bead.target, -passage.first),
    })),
  });
}

/** A range, so much further on. */
export function moved([from, to]: Range, by: number): Range {
  return [from + by, to + by];
}

/** A block of a translation is what the block is that it translates. */
function kindsOf(passage: Passage, source: Side): Map<number, BlockKind> {
  const kinds = new Map<number, BlockKind>();
  for (const pair of blockPairs(passage.beads, source, passage)) {
    if (!kinds.has(pair.index)) kinds.set(pair.index, pair.source?.kind ?? "paragraph");
  }
  return kinds;
}

interface WindowFacts extends Pick<LongSide, "language" | "provenance"> {
  readonly kindOf: (sentence: Sentence) => BlockKind;
}

/** Sentences of a text by themselves; their blocks begin and end with them. */
function windowSide(
  { text, start, sentences }: Pick<Passage, "text" | "start" | "sentences">,
  { language, provenance, kindOf }: WindowFacts,
): Side {
  const blocks: Block[] = [];
  let last = -1;
  const own = sentences.map((sentence): Sentence => {
    const span = { start: sentence.start - start, end: sentence.end - start };
    const open = sentence.block === last ? blocks.pop() : undefined;
    last = sentence.block;
    blocks.push({ kind: open?.kind ?? kindOf(sentence), start: open?.start ?? span.start, end: span.end });
    return { ...span, block: blocks.length - 1 };
  });
  return { article: createArticle({ language, text, blocks }), sentences: own, provenance };
}
