import type { Bead } from "@stele/model";
import type { Compared } from "./surprise.ts";

/** What a pair elsewhere has to give beyond the doubtful pairs in place that it would part, for each of them. */
const LEAST_BEYOND = 1;

/** One sentence against one, taken for each other's partner in doubt: perhaps the true partners stand elsewhere. */
export function isDoubtfulPair({ source, target, lowScore }: Bead): boolean {
  return lowScore && source[1] - source[0] === 1 && target[1] - target[0] === 1;
}

/** How much more surprising each pair is than the doubtful pairs that its sentences make in their places. */
export function beyondInPlace(
  surprise: readonly Float64Array[],
  { source, target }: Compared,
  doubtful: readonly Bead[],
): readonly Float64Array[] {
  const rowOf = new Map(source.map((sentence, row) => [sentence, row]));
  const columnOf = new Map(target.map((sentence, column) => [sentence, column]));
  const inPlace = new Map<number, number>();
  const [ofRow, ofColumn] = [new Float64Array(source.length), new Float64Array(target.length)];
  for (const bead of doubtful) {
    const [row, column] = [rowOf.get(bead.source[0]), columnOf.get(bead.target[0])];
    if (row === undefined || column === undefined) continue;
    const own = Math.max(0, surprise[row]?.[column] ?? 0) + LEAST_BEYOND;
    inPlace.set(row, column);
    ofRow[row] = own;
    ofColumn[column] = own;
  }
  return surprise.map((values, row) =>
    values.map((value, column) =>
      inPlace.get(row) === column ? Number.NEGATIVE_INFINITY : value - (ofRow[row] ?? 0) - (ofColumn[column] ?? 0),
    ),
  );
}
