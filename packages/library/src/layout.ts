import { createHash } from "node:crypto";
import type { Article, Bead, Block, Provenance, Sentence, Side } from "@stele/model";

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

/** A layout as it is kept. */
export interface WrittenLayout {
  /** SHA-256 of the data. */
  readonly id: string;
  readonly data: string;
}

/** Sides and beads are never changed in place: what was written or read once need not be written again. */
const layouts = new WeakMap<Side, WrittenLayout>();
const beadTexts = new WeakMap<readonly Bead[], string>();

/** A side without its article's text, as text. */
export function writeLayout(side: Side): WrittenLayout {
  return layouts.get(side) ?? remember(layouts, side, layoutOf(side));
}

function remember<K extends object, V>(known: WeakMap<K, V>, key: K, value: V): V {
  known.set(key, value);
  return value;
}

function layoutOf({ article, sentences, provenance, overrides }: Side): WrittenLayout {
  const layout: Layout = {
    blocks: article.blocks,
    sentences: numbersOf(sentences),
    provenance,
    ...(overrides === undefined ? {} : { overrides }),
  };
  const data = JSON.stringify(layout);
  return { id: hashLayout(data), data };
}

/** Pushed one by one: a list a sentence would be garbage of the size of the text. */
function numbersOf(sentences: readonly Sentence[]): readonly number[] {
  const numbers: number[] = [];
  for (const { start, end, block } of sentences) numbers.push(start, end, block);
  return numbers;
}

/** The id of a written layout: SHA-256 in hexadecimal. */
export function hashLayout(data: string): string {
  return hashParts([data]);
}

/** SHA-256 in hexadecimal of some texts, told apart from any others: their lengths count too. */
export function hashParts(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  if (parts.length > 1) hash.update(parts.map(({ length }) => length).join(" "));
  return hash.digest("hex");
}

/** The side of an article whose layout `writeLayout` wrote; its blocks are the layout's. */
export function readSide(article: Article, written: WrittenLayout): Side {
  const { blocks, sentences: numbers, provenance, overrides } = JSON.parse(written.data) as Layout;
  const sentences: Sentence[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    sentences.push({ start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0, block: numbers[at + 2] ?? 0 });
  }
  const rest = { sentences, provenance, ...(overrides === undefined ? {} : { overrides }) };
  const side: Side = { article: { ...article, blocks }, ...rest };
  layouts.set(side, written);
  return side;
}

/** Who made a side whose layout `writeLayout` wrote. */
export function readProvenance(data: string): Provenance {
  return (JSON.parse(data) as Layout).provenance;
}

/** Beads as text. */
export function writeBeads(beads: readonly Bead[]): string {
  return beadTexts.get(beads) ?? remember(beadTexts, beads, `[${beads.map(textOfBead).join(",")}]`);
}

function textOfBead(bead: Bead): string {
  return JSON.stringify(tupleOf(bead));
}

function tupleOf({ source, target, score, lowScore, fixed }: Bead): BeadTuple {
  return [...source, ...target, score, (lowScore ? 1 : 0) + (fixed === true ? 2 : 0)];
}

/** What `writeBeads` wrote. */
export function readBeads(data: string): readonly Bead[] {
  const beads = (JSON.parse(data) as readonly BeadTuple[]).map(
    ([from, to, targetFrom, targetTo, score, flags]): Bead => ({
      source: [from, to],
      target: [targetFrom, targetTo],
      score,
      lowScore: (flags & 1) !== 0,
      ...((flags & 2) === 0 ? {} : { fixed: true }),
    }),
  );
  beadTexts.set(beads, data);
  return beads;
}
