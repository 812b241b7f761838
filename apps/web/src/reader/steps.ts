import { counterpartsOf } from "./counterparts.ts";
import type { Place, Reading } from "./reading.ts";

/** Where an arrow key leads. */
export type Direction = "next" | "previous" | "left" | "right" | "first" | "last";

/**
 * The place a step away: sentence by sentence within a column, or to the counterpart in the column beside. `columns`
 * are the visible sides from left to right. At an edge, or where no column beside has a counterpart, one stays.
 */
export function stepFrom(
  reading: Reading,
  place: Place,
  options: { direction: Direction; columns: readonly number[] },
): Place {
  const { direction, columns } = options;
  const count = reading.polytext.sides[place.side]?.sentences.length ?? 0;
  if (direction === "next") return { ...place, sentence: Math.min(count - 1, place.sentence + 1) };
  if (direction === "previous") return { ...place, sentence: Math.max(0, place.sentence - 1) };
  if (direction === "first") return { ...place, sentence: 0 };
  if (direction === "last") return { ...place, sentence: Math.max(0, count - 1) };
  return beside(reading, place, { columns, delta: direction === "left" ? -1 : 1 });
}

function beside(reading: Reading, place: Place, way: { columns: readonly number[]; delta: number }): Place {
  const ranges = counterpartsOf(reading, place);
  const at = way.columns.indexOf(place.side);
  if (at < 0) return place;
  for (let column = at + way.delta; column >= 0 && column < way.columns.length; column += way.delta) {
    const side = way.columns[column] ?? place.side;
    const range = ranges[side];
    if (range !== undefined && range[0] < range[1]) return { side, sentence: range[0] };
  }
  return place;
}

/** The next row of `rows` behind `from`, round the end to the first again; undefined where there is none at all. */
export function nextRow(rows: ReadonlySet<number>, from: number): number | undefined {
  const sorted = [...rows].sort((left, right) => left - right);
  return sorted.find((row) => row > from) ?? sorted[0];
}

/** The first sentence of a row, preferably on the given side. */
export function placeOfRow(reading: Reading, row: number, side: number): Place | undefined {
  const runs = reading.polytext.rows[row]?.runs ?? [];
  const own = runs[side];
  if (own !== undefined && own[0] < own[1]) return { side, sentence: own[0] };
  const other = runs.findIndex((run) => run[0] < run[1]);
  const run = runs[other];
  return run === undefined ? undefined : { side: other, sentence: run[0] };
}
