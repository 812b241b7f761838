import type { Step } from "../lattice/band.ts";
import { LONGEST_RUN } from "../lattice/shapes.ts";
import { type Pace, partOf } from "../pace.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { type Matrix, unpackRows } from "../vectors/unpack.ts";
import { type Cells, cellAt } from "./cells.ts";
import { type Chance, measureChance } from "./chance.ts";
import type { Lexicon, Partners } from "./lexicon.ts";
import { multiplyRows, type Products } from "./multiply.ts";
import type { SideTokens } from "./side-tokens.ts";
import { tokenGain } from "./token-gain.ts";

/**
 * What the words say for each pair of sentences in a band. `source[5 · cell + k]` holds, for source sentence i and target
 * sentence j, the gain of i's words against the sentences j … j + k; `target` the gain of j's words against the sentences
 * i … i + k. A bead's gain is the sum over its sentences: each word counts once, however the text is cut.
 */
export interface Gains {
  readonly cells: Cells;
  readonly source: Float32Array;
  readonly target: Float32Array;
}

/** One side ready to be compared. */
export interface ReadSide {
  readonly side: SideTokens;
  readonly matrix: Matrix;
  readonly chance: Chance;
}

/** By how many deviations the best of k + 1 sentences exceeds the mean by chance (order statistics of a normal law). */
const BEST_OF = [0, 0.56, 0.85, 1.03, 1.16] as const;
/** Reads chance for both sides. */
export async function compareSides(
  vectors: Vectors,
  sides: readonly [SideTokens, SideTokens],
  { width, pace }: { readonly width: number; readonly pace: Pace },
): Promise<readonly [ReadSide, ReadSide]> {
  const [source, target] = sides.map((side) => ({ side, matrix: unpackRows(vectors, side.types, width) }));
  if (source === undefined || target === undefined) throw new TypeError("two sides");
  return [
    { ...source, chance: await measureChance(source, target, partOf(pace, [0, 0.5])) },
    { ...target, chance: await measureChance(target, source, partOf(pace, [0.5, 1])) },
  ];
}

/** Both sides of a stretch of text, and what was learnt of its words. */
export interface ReadPair {
  readonly source: ReadSide;
  readonly target: ReadSide;
  readonly lexicon?: Lexicon;
}

/** Gains of no pair yet. */
export function emptyGains(cells: Cells): Gains {
  const size = (cells.offsets.at(-1) ?? 0) * LONGEST_RUN;
  return { cells, source: new Float32Array(size), target: new Float32Array(size) };
}

/** Source sentences that are handled at once. */
export const BLOCK = 24;

/** A word that is like everything still has room above its chance. */
const LEAST_SPREAD = 0.1;

/** Sentences `[from, to)` of one side. */
interface Window {
  readonly from: number;
  readonly to: number;
}

/** Computes the gains of the source sentences `[first, last)` with all their neighbours in the band. */
export function fillGains(pair: ReadPair, gains: Gains, [first, last]: Step): void {
  const { cells } = gains;
  const rows = { from: first, to: Math.min(cells.low.length, last + LONGEST_RUN - 1) };
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  for (let i = rows.from; i < rows.to; i++) {
    low = Math.min(low, cells.low[i] ?? 0);
    high = Math.max(high, cells.high[i] ?? -1);
  }
  if (high < low) return;
  const columns = { from: low, to: Math.min(pair.target.side.starts.length - 1, high + LONGEST_RUN) };
  const own = readWindow(pair.source, rows, (i) =>
    i < last ? [cells.low[i] ?? 0, (cells.high[i] ?? -1) + LONGEST_RUN] : NOWHERE,
  );
  const other = readWindow(pair.target, columns, (j) => rowsSeeing(cells, [first, last], j));
  const products = multiplyRows(
    { matrix: own.read.matrix, rows: own.list },
    { matrix: other.read.matrix, rows: other.list },
  );
  const turned = turn(products, own.list.length, other.list.length);
  if (pair.lexicon !== undefined) {
    raise(products, own, { other, partners: pair.lexicon.source });
    raise(turned, other, { other: own, partners: pair.lexicon.target });
  }
  const block: Block = { gains, rows: { from: first, to: last }, columns };
  sumSource(block, own, reachOf(own, other, products));
  sumTarget(block, other, { reach: reachOf(other, own, turned), seen: rows });
}

/** The words of a window of sentences, each type once. */
interface WindowWords {
  readonly read: ReadSide;
  readonly window: Window;
  /** Types in the order in which they come. */
  readonly list: Int32Array;
  readonly localOf: ReadonlyMap<number, number>;
  /** Place in `list` of each token of the window. */
  readonly tokens: Int32Array;
  /** For each type, the sentences of the other side that the band compares it with: `[from, to)`. */
  readonly needs: readonly Step[];
}

/** What is compared with nothing. */
const NOWHERE: Step = [Number.POSITIVE_INFINITY, 0];

function readWindow(read: ReadSide, window: Window, need: (sentence: number) => Step): WindowWords {
  const { side } = read;
  const localOf = new Map<number, number>();
  const start = side.starts[window.from] ?? 0;
  const tokens = side.tokens.slice(start, side.starts[window.to]);
  const needs: Step[] = [];
  for (let sentence = window.from; sentence < window.to; sentence++) {
    const [from, to] = need(sentence);
    for (let t = (side.starts[sentence] ?? 0) - start; t < (side.starts[sentence + 1] ?? 0) - start; t++) {
      const type = tokens[t] ?? 0;
      const local = localOf.get(type) ?? localOf.size;
      localOf.set(type, local);
      const known = needs[local] ?? NOWHERE;
      needs[local] = [Math.min(from, known[0]), Math.max(to, known[1])];
      tokens[t] = local;
    }
  }
  return { read, window, list: Int32Array.from(localOf.keys()), localOf, tokens, needs };
}

/** The source sentences of a block whose part of the band holds the target sentence `j`, and the run after them. */
function rowsSeeing({ low, high }: Cells, [first, last]: Step, j: number): Step {
  let from = first;
  let to = last;
  while (from < last && (high[from] ?? -1) < j) from++;
  while (to > from && (low[to - 1] ?? 0) > j) to--;
  return from < to ? [from, to + LONGEST_RUN] : NOWHERE;
}

/** Where two words keep company in this text, their product is at least what their sureness asks for. */
function raise(
  { values, stride }: Products,
  own: WindowWords,
  { other, partners }: { readonly other: WindowWords; readonly partners: Partners },
): void {
  for (let row = 0; row < own.list.length; row++) {
    const type = own.list[row] ?? 0;
    const known = partners.get(type);
    if (known === undefined) continue;
    const mean = own.read.chance.mean[type] ?? 0;
    for (const [partner, sureness] of known) {
      const column = other.localOf.get(partner);
      if (column === undefined) continue;
      const at = row * stride + column;
      values[at] = Math.max(values[at] ?? 0, mean + (1 - mean) * sureness);
    }
  }
}

function turn({ values, stride }: Products, rows: number, columns: number): Products {
  const out = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * stride + c] ?? 0;
  return { values: out, stride: rows };
}

/** For each type the best product in each sentence of the other window: types × sentences, with an empty margin. */
function reachOf(own: WindowWords, other: WindowWords, { values, stride }: Products): Float32Array {
  const { starts } = other.read.side;
  const { from, to } = other.window;
  const sentences = to - from;
  const first = starts[from] ?? 0;
  const width = sentences + LONGEST_RUN;
  const reach = new Float32Array(own.list.length * width).fill(-1);
  // Row by row, so that the products of one type stay in the nearest cache.
  for (let r = 0; r < own.list.length; r++) {
    const row = r * stride;
    const [needFrom, needTo] = own.needs[r] ?? [from, to];
    for (let s = Math.max(0, needFrom - from); s < Math.min(sentences, needTo - from); s++) {
      const end = (starts[from + s + 1] ?? 0) - first;
      let most = -1;
      for (let t = (starts[from + s] ?? 0) - first; t < end; t++) {
        const value = values[row + (other.tokens[t] ?? 0)] ?? -1;
        if (value > most) most = value;
      }
      reach[r * width + s] = most;
    }
  }
  return reach;
}

/** What is filled: some rows of the band, and the columns that they see. */
interface Block {
  readonly gains: Gains;
  readonly rows: Window;
  readonly columns: Window;
}

/** One type's chance and rarity, ready for use. */
class TypeScale {
  private mean = 0;
  private deviation = 0;
  private scale = 1;
  private rarity = 0;

  read({ chance, side }: ReadSide, type: number): void {
    this.mean = chance.mean[type] ?? 0;
    this.deviation = chance.deviation[type] ?? 0;
    this.scale = 1 / Math.max(LEAST_SPREAD, 1 - this.mean);
    this.rarity = side.weights[type] ?? 0;
  }

  /** Adds to `sums[5 · cell + k]` the gain against the run of the next k + 1 sentences, whose best matches stand in `reach`. */
  addTo(sums: Float32Array, cell: number, reach: Float32Array): void {
    const { at, mean, deviation, scale, rarity } = this;
    const first = cell * LONGEST_RUN;
    let most = -1;
    for (let k = 0; k < LONGEST_RUN; k++) {
      most = Math.max(most, reach[at + k] ?? -1);
      const excess = (most - mean - (BEST_OF[k] ?? 0) * deviation) * scale;
      sums[first + k] = (sums[first + k] ?? 0) + tokenGain(excess, rarity);
    }
  }

  /** Where in `reach` the run begins. */
  at = 0;
}

function sumSource({ gains, rows, columns }: Block, own: WindowWords, reach: Float32Array): void {
  const { cells } = gains;
  const { starts } = own.read.side;
  const width = columns.to - columns.from + LONGEST_RUN;
  const first = starts[own.window.from] ?? 0;
  const scale = new TypeScale();
  for (let i = rows.from; i < rows.to; i++) {
    for (let t = (starts[i] ?? 0) - first; t < (starts[i + 1] ?? 0) - first; t++) {
      const local = own.tokens[t] ?? 0;
      scale.read(own.read, own.list[local] ?? 0);
      const low = cells.low[i] ?? 0;
      for (let j = low; j <= (cells.high[i] ?? -1); j++) {
        scale.at = local * width + j - columns.from;
        scale.addTo(gains.source, (cells.offsets[i] ?? 0) + j - low, reach);
      }
    }
  }
}

function sumTarget(
  { gains, rows, columns }: Block,
  own: WindowWords,
  { reach, seen }: { readonly reach: Float32Array; readonly seen: Window },
): void {
  const { starts } = own.read.side;
  const width = seen.to - seen.from + LONGEST_RUN;
  const first = starts[columns.from] ?? 0;
  const scale = new TypeScale();
  for (let j = columns.from; j < columns.to; j++) {
    const [from, to] = rowsSeeing(gains.cells, [rows.from, rows.to], j);
    for (let t = (starts[j] ?? 0) - first; t < (starts[j + 1] ?? 0) - first; t++) {
      const local = own.tokens[t] ?? 0;
      scale.read(own.read, own.list[local] ?? 0);
      for (let i = from; i < to - LONGEST_RUN; i++) {
        scale.at = local * width + i - seen.from;
        scale.addTo(gains.target, cellAt(gains.cells, i, j), reach);
      }
    }
  }
}
