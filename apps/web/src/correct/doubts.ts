import { isFromSource, type Reading, rowOfBead } from "../reader/reading.ts";

/** The doubtful beads of a row: those of the first pair that has any there; undefined where none is doubtful. */
export function doubtOf(reading: Reading, row: number): { pair: number; beads: readonly number[] } | undefined {
  for (const [pair, { beads }] of reading.polytext.pairs.entries()) {
    if (!isFromSource(reading, pair)) continue;
    const low = [...beads.entries()].filter(([, bead]) => bead.lowScore && rowOfBead(reading, pair, bead) === row);
    if (low.length > 0) return { pair, beads: low.map(([index]) => index) };
  }
  return undefined;
}
