/** A bead's shape: how many sentences a side. */
export interface Shape {
  readonly source: number;
  readonly target: number;
}

/** What a search minimises: the cost of the bead of this shape that ends before source `i` and target `j`. */
export type BeadCost = (i: number, j: number, shape: number) => number;

/** Where to look: for each of the `n + 1` places of the source the places `[low, high]` of the target, both growing. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** A place after a bead. */
export type Step = readonly [source: number, target: number];

interface Table {
  readonly band: Band;
  readonly offsets: Float64Array;
  readonly best: Float32Array;
  readonly step: Uint8Array;
}

/** Dynamic programming in a band: the cheapest chain of beads from beginning to end, as the ends of its beads. */
export function searchBand(band: Band, shapes: readonly Shape[], cost: BeadCost): Step[] {
  const table = emptyTable(band);
  for (let i = 0; i < band.low.length; i++) {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? 0); j++) {
      if (i > 0 || j > 0) fillCell(table, shapes, { i, j, cost });
    }
  }
  return walkBack(table, shapes);
}

function emptyTable(band: Band): Table {
  const rows = band.low.length;
  const offsets = new Float64Array(rows + 1);
  for (let i = 0; i < rows; i++) offsets[i + 1] = (offsets[i] ?? 0) + (band.high[i] ?? 0) - (band.low[i] ?? 0) + 1;
  const best = new Float32Array(offsets[rows] ?? 0).fill(Number.POSITIVE_INFINITY);
  best[0] = 0;
  return { band, offsets, best, step: new Uint8Array(best.length) };
}

function cellOf({ band, offsets }: Table, i: number, j: number): number {
  const low = band.low[i];
  if (low === undefined || j < low || j > (band.high[i] ?? -1)) return -1;
  return (offsets[i] ?? 0) + j - low;
}

function fillCell(
  table: Table,
  shapes: readonly Shape[],
  at: { readonly i: number; readonly j: number; readonly cost: BeadCost },
): void {
  const cell = cellOf(table, at.i, at.j);
  for (let k = 0; k < shapes.length; k++) {
    const shape = shapes[k];
    if (shape === undefined) continue;
    const from = cellOf(table, at.i - shape.source, at.j - shape.target);
    if (from < 0) continue;
    const before = table.best[from] ?? Number.POSITIVE_INFINITY;
    if (before === Number.POSITIVE_INFINITY) continue;
    const total = before + at.cost(at.i, at.j, k);
    if (total < (table.best[cell] ?? 0)) {
      table.best[cell] = total;
      table.step[cell] = k;
    }
  }
}

function walkBack(table: Table, shapes: readonly Shape[]): Step[] {
  const steps: Step[] = [];
  let i = table.band.low.length - 1;
  let j = table.band.high[i] ?? 0;
  while (i > 0 || j > 0) {
    steps.push([i, j]);
    const shape = shapes[table.step[cellOf(table, i, j)] ?? 0];
    if (shape === undefined) break;
    i -= shape.source;
    j -= shape.target;
  }
  return steps.reverse();
}
