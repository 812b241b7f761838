import type { Band } from "../lattice/band.ts";

/** Pairs of sentences inside a band: for each source sentence the target sentences `[low, high]`, stored in a row. */
export interface Cells {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where each row begins; one more for the end. */
  readonly offsets: Float64Array;
}

/** The pairs that beads inside the band may need: a bead may begin `reach` sentences before its end. */
export function cellsOf(band: Band, targets: number, reach: number): Cells {
  const rows = band.low.length - 1;
  const low = new Int32Array(rows);
  const high = new Int32Array(rows);
  const offsets = new Float64Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    low[i] = Math.max(0, (band.low[i] ?? 0) - reach);
    high[i] = Math.min(targets - 1, Math.max(band.high[i + 1] ?? 0, (low[i] ?? 0) - 1));
    offsets[i + 1] = (offsets[i] ?? 0) + (high[i] ?? 0) - (low[i] ?? 0) + 1;
  }
  return { low, high, offsets };
}

/** Where the pair is stored, or -1 outside the band. */
export function cellAt(cells: Cells, source: number, target: number): number {
  const low = cells.low[source];
  if (low === undefined || target < low || target > (cells.high[source] ?? -1)) return -1;
  return (cells.offsets[source] ?? 0) + target - low;
}
