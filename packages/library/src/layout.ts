import { createHash } from "node:crypto";
import type { Article, Bead, Block, Provenance, Sentence, Side } from "@stele/model";
import { inPieces } from "./in-pieces.ts";

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

function layoutOf({ article, ...rest }: Side): WrittenLayout {
  const data = [...inPieces(layoutPieces({ ...rest, blocks: article.blocks }))].join("");
  return { id: hashLayout([data]), data };
}

/** A layout whose lists are gone through, not held. */
export interface LayoutParts extends Pick<Layout, "provenance" | "overrides"> {
  readonly blocks: Iterable<Block>;
  readonly sentences: Iterable<Sentence>;
}

/** The text of a layout in pieces: JSON of `Layout`. */
export function* layoutPieces(parts: LayoutParts): Generator<string, void, undefined> {
  const { blocks, sentences, provenance, overrides } = parts;
  yield '{"blocks":';
  yield* blockPieces(blocks);
  yield ',"sentences":[';
  yield* listed(sentences, ({ start, end, block }) => `${start},${end},${block}`);
  yield `],"provenance":${JSON.stringify(provenance)}`;
  yield overrides === undefined ? "}" : `,"overrides":${JSON.stringify(overrides)}}`;
}

/** The text of some blocks in pieces: a JSON list. */
export function* blockPieces(blocks: Iterable<Block>): Generator<string, void, undefined> {
  yield "[";
  yield* listed(blocks, (block) => JSON.stringify(block));
  yield "]";
}

function* listed<T>(items: Iterable<T>, write: (item: T) => string): Generator<string, void, undefined> {
  let separator = "";
  for (const item of items) {
    yield separator + write(item);
    separator = ",";
  }
}

/** The id of a written layout: SHA-256 in hexadecimal of its text, in as many pieces as there are. */
export function hashLayout(pieces: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const piece of inPieces(pieces)) hash.update(piece);
  return hash.digest("hex");
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

/** Where the lists of a layout end; inside a string the quotation mark would be escaped. */
const LISTS_END = '],"provenance":';

/** Who made a side whose layout `writeLayout` wrote; its lists, which are as long as the text, are not read. */
export function readProvenance(data: string): Provenance {
  const rest = data.slice(data.indexOf(LISTS_END) + 2);
  return (JSON.parse(`{${rest}`) as Layout).provenance;
}

/** Beads as text. */
export function writeBeads(beads: readonly Bead[]): string {
  return beadTexts.get(beads) ?? remember(beadTexts, beads, [...inPieces(beadPieces(beads))].join(""));
}

/** The same in pieces, of beads that are gone through, not held. */
export function* beadPieces(beads: Iterable<Bead>): Generator<string, void, undefined> {
  yield "[";
  yield* listed(beads, (bead) => JSON.stringify(tupleOf(bead)));
  yield "]";
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
