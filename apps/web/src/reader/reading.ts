import { sentenceLine, shortened } from "@stele/core";
import type { BlockKind, LanguageTag, Polytext, Range } from "../api/nouns.ts";

/** One sentence of one side. */
export interface Place {
  /** Index of the side in the polytext. */
  readonly side: number;
  /** Index of the sentence in the side. */
  readonly sentence: number;
}

/** A sentence as the page shows it. */
export interface ReadingSentence extends Place {
  readonly text: string;
  readonly kind: BlockKind;
  /** True where a block of the article begins with it. */
  readonly opensBlock: boolean;
}

/** One side of a row; without sentences it is a gap. */
export interface ReadingCell {
  readonly side: number;
  readonly language: LanguageTag;
  readonly sentences: readonly ReadingSentence[];
}

/** A row of the polytext as the page shows it. */
export interface ReadingRow {
  readonly index: number;
  readonly cells: readonly ReadingCell[];
  readonly score: number | null;
  /** True where a bead that joins the row's first side to another has a low score. */
  readonly isLow: boolean;
  /** True where a person confirmed every bead of the row. */
  readonly isApproved: boolean;
  /** What the row is set as: the kind of its first sentence. */
  readonly kind: BlockKind;
  /** True where a block begins, so that the row keeps its distance from the one above. */
  readonly opensBlock: boolean;
}

/** A polytext with the look-ups that reading needs; made once a text, every look-up afterwards is constant time. */
export interface Reading {
  readonly polytext: Polytext;
  /** The sides of each pair. */
  readonly pairSides: readonly (readonly [source: number, target: number])[];
  /** Row of each sentence, a side each. */
  readonly rowOf: readonly Int32Array[];
  /** Bead of each sentence, a pair each. */
  readonly beadOf: readonly { readonly source: Int32Array; readonly target: Int32Array }[];
  readonly lowRows: ReadonlySet<number>;
  readonly approvedRows: ReadonlySet<number>;
}

/** Prepares a polytext for reading. */
export function createReading(polytext: Polytext): Reading {
  const pairSides = polytext.pairs.map(
    (pair) => [sideOf(polytext, pair.source.article.id), sideOf(polytext, pair.target.article.id)] as const,
  );
  const rowOf = polytext.sides.map((side, index) =>
    indexRanges(
      polytext.rows.map((row) => row.runs[index]),
      side.sentences.length,
    ),
  );
  const beadOf = polytext.pairs.map((pair) => ({
    source: indexRanges(
      pair.beads.map((bead) => bead.source),
      pair.source.sentences.length,
    ),
    target: indexRanges(
      pair.beads.map((bead) => bead.target),
      pair.target.sentences.length,
    ),
  }));
  const bare = { polytext, pairSides, rowOf, beadOf, lowRows: new Set<number>(), approvedRows: new Set<number>() };
  return { ...bare, ...markRows(bare) };
}

function sideOf(polytext: Polytext, articleId: string): number {
  return polytext.sides.findIndex((side) => side.article.id === articleId);
}

function indexRanges(ranges: readonly (Range | undefined)[], length: number): Int32Array {
  const index = new Int32Array(length).fill(-1);
  for (const [at, range] of ranges.entries()) if (range !== undefined) index.fill(at, range[0], range[1]);
  return index;
}

function markRows(reading: Reading): Pick<Reading, "lowRows" | "approvedRows"> {
  const lowRows = new Set<number>();
  const loose = new Set<number>();
  const fixed = new Set<number>();
  for (const [pairIndex, pair] of reading.polytext.pairs.entries()) {
    if (!isFromSource(reading, pairIndex)) continue;
    for (const bead of pair.beads) {
      const row = rowOfBead(reading, pairIndex, bead);
      if (row === undefined) continue;
      if (bead.lowScore) lowRows.add(row);
      (bead.fixed === true && !bead.lowScore ? fixed : loose).add(row);
    }
  }
  return { lowRows, approvedRows: new Set([...fixed].filter((row) => !loose.has(row))) };
}

/** Whether a pair leads from the first side: only such pairs are corrected, and so only they mark rows. */
export function isFromSource(reading: Pick<Reading, "pairSides">, pairIndex: number): boolean {
  return reading.pairSides[pairIndex]?.[0] === 0;
}

/** The row a bead lies in; a bead never crosses rows. */
export function rowOfBead(
  reading: Reading,
  pairIndex: number,
  bead: { readonly source: Range; readonly target: Range },
): number | undefined {
  const [source = -1, target = -1] = reading.pairSides[pairIndex] ?? [];
  const sourceRow = bead.source[0] < bead.source[1] ? reading.rowOf[source]?.[bead.source[0]] : undefined;
  const row = sourceRow ?? reading.rowOf[target]?.[bead.target[0]];
  return row === undefined || row < 0 ? undefined : row;
}

/** The row of a bead that is named by its bitext and index; undefined where the text has no such bead. */
export function rowOfNamed(
  reading: Reading,
  named: { readonly bitext: string; readonly index: number },
): number | undefined {
  const pair = reading.polytext.pairs.findIndex(({ id }) => id === named.bitext);
  const bead = reading.polytext.pairs[pair]?.beads[named.index];
  return bead === undefined ? undefined : rowOfBead(reading, pair, bead);
}

/** A row with its sentences' texts; undefined outside the polytext. */
export function readRow(reading: Reading, index: number): ReadingRow | undefined {
  const row = reading.polytext.rows[index];
  if (row === undefined) return undefined;
  const cells = reading.polytext.sides.map((_, side) => readCell(reading, side, row.runs[side] ?? [0, 0]));
  const firsts = cells.flatMap((cell) => cell.sentences.slice(0, 1));
  return {
    index,
    cells,
    score: row.score,
    isLow: reading.lowRows.has(index),
    isApproved: reading.approvedRows.has(index),
    kind: firsts[0]?.kind ?? "paragraph",
    opensBlock: firsts[0]?.opensBlock ?? false,
  };
}

function readCell(reading: Reading, side: number, [from, to]: Range): ReadingCell {
  const sentences: ReadingSentence[] = [];
  for (let sentence = from; sentence < to; sentence += 1) {
    const read = readSentence(reading, { side, sentence });
    if (read !== undefined) sentences.push(read);
  }
  return { side, language: reading.polytext.sides[side]?.article.language ?? "en", sentences };
}

/** One sentence with its text on one line; undefined outside the side. */
export function readSentence(reading: Reading, place: Place): ReadingSentence | undefined {
  const side = reading.polytext.sides[place.side];
  const sentence = side?.sentences[place.sentence];
  if (side === undefined || sentence === undefined) return undefined;
  return {
    ...place,
    text: sentenceLine(side.article, sentence),
    kind: side.article.blocks[sentence.block]?.kind ?? "paragraph",
    opensBlock: side.sentences[place.sentence - 1]?.block !== sentence.block,
  };
}

/** The sentences of a cell in lists, a list a block: a caption beside the first paragraph is set as what it is. */
export function byBlock(sentences: readonly ReadingSentence[]): readonly (readonly ReadingSentence[])[] {
  const lists: ReadingSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.opensBlock || lists.length === 0) lists.push([]);
    lists.at(-1)?.push(sentence);
  }
  return lists;
}

/** What a text is called: its title block, else its first paragraph-like sentence, at most `maxChars` code units. */
export function titleOf(polytext: Polytext, maxChars = 90): string {
  const side = polytext.sides[0];
  if (side === undefined) return "";
  const kindOf = (block: number): BlockKind => side.article.blocks[block]?.kind ?? "paragraph";
  const first =
    side.sentences.find((sentence) => kindOf(sentence.block) === "title") ??
    side.sentences.find((sentence) => kindOf(sentence.block) === "heading") ??
    side.sentences.find((sentence) => !["dateline", "caption", "byline"].includes(kindOf(sentence.block))) ??
    side.sentences[0];
  const line = first === undefined ? "" : sentenceLine(side.article, first);
  return shortened(line, maxChars);
}
