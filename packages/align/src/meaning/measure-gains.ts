import type { Step } from "../lattice/band.ts";
import { LONGEST_RUN } from "../lattice/shapes.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { type Matrix, unpackRows } from "../vectors/unpack.ts";
import { type Cells, cellAt } from "./cells.ts";
import { type Chance, measureChance } from "./chance.ts";
import type { Lexicon, Partners } from "./lexicon.ts";
import { multiplyRows } from "./multiply.ts";
import type { SideTokens } from "./side-tokens.ts";
import { tokenGain } from "./token-gain.ts";

/**
 * What the words say for each pair of sentences in a band. `source[k]` holds, for source sentence i and target
 * sentence j, the gain of i's words against the sentences j … j + k; `target[k]` the gain of j's words against the
 * sentences i … i + k. A bead's gain is the sum over its sentences: each word counts once, however the text is cut.
 */
export interface Gains {
  readonly cells: Cells;
  readonly source: readonly Float32Array[];
  readonly target: readonly Float32Array[];
}

/** One side ready to be compared. */
export interface ReadSide {
  readonly side: SideTokens;
  readonly matrix: Matrix;
  readonly chance: Chance;
}

/** By how many deviations the best of k + 1 sentences exceeds the mean by chance (order statistics of a normal law). */
export const BEST_OF = [0, 0.56, 0.85, 1.03, 1.16] as const;
/** Reads chance for both sides. */
export function compareSides(
  vectors: Vectors,
  sides: readonly [SideTokens, SideTokens],
  width: number,
): readonly [ReadSide, ReadSide] {
  const [source, target] = sides.map((side) => ({ side, matrix: unpackRows(vectors, side.types, width) }));
  if (source === undefined || target === undefined) throw new TypeError("two sides");
  return [
    { ...source, chance: measureChance(source, target) },
    { ...target, chance: measureChance(target, source) },
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
  const size = cells.offsets.at(-1) ?? 0;
  const arrays = (): Float32Array[] => Array.from({ length: LONGEST_RUN }, () => new Float32Array(size));
  return { cells, source: arrays(), target: arrays() };
}

/** Source sentences that are handled at once. */
export const BLOCK = 64;

interface Work extends ReadPair {
  readonly gains: Gains;
}

/** A word that is like everything still has room above its chance. */
const LEAST_SPREAD = 0.1;

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Computes the gains of the source sentences `[first, last)` with all their neighbours in the band. */
export function fillGains(pair: ReadPair, gains: Gains, [first, last]: Step): void {
  const work: Work = { ...pair, gains };
  const { cells } = work.gains;
  const rows: Window = { from: first, to: Math.min(cells.low.length, last + LONGEST_RUN - 1) };
  let low = Number.POSITIVE_INFINITY;
  let high = -1;
  for (let i = rows.from; i < rows.to; i++) {
    low = Math.min(low, cells.low[i] ?? 0);
    high = Math.max(high, cells.high[i] ?? -1);
  }
  if (high < low) return;
  const columns: Window = { from: low, to: Math.min(work.target.side.starts.length - 1, high + LONGEST_RUN) };
  const ownTypes = typesIn(work.source.side, rows);
  const otherTypes = typesIn(work.target.side, columns);
  const products = new Float32Array(ownTypes.list.length * otherTypes.list.length);
  multiplyRows(
    { matrix: work.source.matrix, rows: ownTypes.list },
    { matrix: work.target.matrix, rows: otherTypes.list },
    products,
  );
  const transposed = transpose(products, ownTypes.list.length, otherTypes.list.length);
  if (work.lexicon !== undefined) {
    raise(products, { own: ownTypes, other: otherTypes, partners: work.lexicon.source }, work.source.chance);
    raise(transposed, { own: otherTypes, other: ownTypes, partners: work.lexicon.target }, work.target.chance);
  }
  const ownReach = reachOf(ownTypes, { side: work.target.side, types: otherTypes, window: columns }, products);
  const otherReach = reachOf(otherTypes, { side: work.source.side, types: ownTypes, window: rows }, transposed);
  sumSource(work, { rows: { from: first, to: last }, columns }, { types: ownTypes, reach: ownReach });
  sumTarget(work, { rows: { from: first, to: last }, columns, seen: rows }, { types: otherTypes, reach: otherReach });
}

interface LocalTypes {
  readonly list: Int32Array;
  readonly localOf: Map<number, number>;
}

function typesIn(side: SideTokens, window: Window): LocalTypes {
  const localOf = new Map<number, number>();
  for (let t = side.starts[window.from] ?? 0; t < (side.starts[window.to] ?? 0); t++) {
    const type = side.tokens[t] ?? 0;
    if (!localOf.has(type)) localOf.set(type, localOf.size);
  }
  return { list: Int32Array.from(localOf.keys()), localOf };
}

/** Where two words keep company in this text, their product is at least what their sureness asks for. */
function raise(
  products: Float32Array,
  { own, other, partners }: { readonly own: LocalTypes; readonly other: LocalTypes; readonly partners: Partners },
  chance: Chance,
): void {
  for (const [row, type] of own.list.entries()) {
    const mean = chance.mean[type] ?? 0;
    for (const [partner, sureness] of partners.get(type) ?? []) {
      const column = other.localOf.get(partner);
      if (column === undefined) continue;
      const at = row * other.list.length + column;
      products[at] = Math.max(products[at] ?? 0, mean + (1 - mean) * sureness);
    }
  }
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out[c * rows + r] = values[r * columns + c] ?? 0;
  return out;
}

/** For each type the best product in each sentence of the window: types × sentences. */
function reachOf(
  types: LocalTypes,
  other: { readonly side: SideTokens; readonly types: LocalTypes; readonly window: Window },
  products: Float32Array,
): Float32Array {
  const { side, window } = other;
  const sentences = window.to - window.from;
  const start = side.starts[window.from] ?? 0;
  const local = Int32Array.from(
    side.tokens.subarray(start, side.starts[window.to]),
    (type) => other.types.localOf.get(type) ?? 0,
  );
  const width = other.types.list.length;
  const reach = new Float32Array(types.list.length * sentences).fill(-1);
  for (let r = 0; r < types.list.length; r++) {
    for (let s = 0; s < sentences; s++) {
      let most = -1;
      const end = (side.starts[window.from + s + 1] ?? 0) - start;
      for (let t = (side.starts[window.from + s] ?? 0) - start; t < end; t++) {
        const value = products[r * width + (local[t] ?? 0)] ?? -1;
        if (value > most) most = value;
      }
      reach[r * sentences + s] = most;
    }
  }
  return reach;
}

interface Reached {
  readonly types: LocalTypes;
  readonly reach: Float32Array;
}

/** Adds what one word gains against runs of one, two, … sentences. */
function addGains(
  run: { readonly reach: Float32Array; readonly at: number; readonly step: number; readonly length: number },
  own: { readonly read: ReadSide; readonly type: number },
  totals: Float64Array,
): void {
  const mean = own.read.chance.mean[own.type] ?? 0;
  const deviation = own.read.chance.deviation[own.type] ?? 0;
  const rarity = own.read.side.weights[own.type] ?? 0;
  const scale = 1 / Math.max(LEAST_SPREAD, 1 - mean);
  let most = -1;
  for (let k = 0; k < LONGEST_RUN; k++) {
    if (k < run.length) most = Math.max(most, run.reach[run.at + k * run.step] ?? -1);
    totals[k] = (totals[k] ?? 0) + tokenGain((most - mean - (BEST_OF[k] ?? 0) * deviation) * scale, rarity);
  }
}

function sumSource(work: Work, area: { readonly rows: Window; readonly columns: Window }, own: Reached): void {
  const { cells, source: out } = work.gains;
  const { side } = work.source;
  const width = area.columns.to - area.columns.from;
  const totals = new Float64Array(LONGEST_RUN);
  for (let i = area.rows.from; i < area.rows.to; i++) {
    for (let j = cells.low[i] ?? 0; j <= (cells.high[i] ?? -1); j++) {
      totals.fill(0);
      for (let t = side.starts[i] ?? 0; t < (side.starts[i + 1] ?? 0); t++) {
        const type = side.tokens[t] ?? 0;
        const at = (own.types.localOf.get(type) ?? 0) * width + j - area.columns.from;
        addGains({ reach: own.reach, at, step: 1, length: area.columns.to - j }, { read: work.source, type }, totals);
      }
      const cell = cellAt(cells, i, j);
      for (const [k, array] of out.entries()) array[cell] = totals[k] ?? 0;
    }
  }
}

function sumTarget(
  work: Work,
  area: { readonly rows: Window; readonly columns: Window; readonly seen: Window },
  own: Reached,
): void {
  const { cells, target: out } = work.gains;
  const { side } = work.target;
  const width = area.seen.to - area.seen.from;
  const totals = new Float64Array(LONGEST_RUN);
  for (let i = area.rows.from; i < area.rows.to; i++) {
    for (let j = cells.low[i] ?? 0; j <= (cells.high[i] ?? -1); j++) {
      totals.fill(0);
      for (let t = side.starts[j] ?? 0; t < (side.starts[j + 1] ?? 0); t++) {
        const type = side.tokens[t] ?? 0;
        const at = (own.types.localOf.get(type) ?? 0) * width + i - area.seen.from;
        addGains({ reach: own.reach, at, step: 1, length: area.seen.to - i }, { read: work.target, type }, totals);
      }
      const cell = cellAt(cells, i, j);
      for (const [k, array] of out.entries()) array[cell] = totals[k] ?? 0;
    }
  }
}
