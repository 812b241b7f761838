import { comparedUnits, figuresIn } from "./text-units.ts";

/** Same units, other marks, case or blanks. */
const NEARLY_SAME = 0.99;
/** Same but for figures, which a reader exchanges. */
const OTHER_FIGURES = 0.98;

/** A text that many are compared with. */
export interface Compared {
  readonly text: string;
  readonly units: readonly string[];
  /** How often each unit stands in it. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Prepares a text for `similarity`. */
export function compared(text: string): Compared {
  const units = comparedUnits(text);
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return { text, units, counts };
}

/**
 * How alike a text is to one that was prepared: 1 − edits ÷ the longer length (Levenshtein over units); 1 only for the
 * same text, outer blanks aside. Below `least` it may give 0.
 */
export function similarity(query: Compared, text: string, least: number): number {
  if (query.text.trim() === text.trim()) return 1;
  const units = comparedUnits(text);
  const longer = Math.max(units.length, query.units.length);
  if (longer === 0) return 0;
  const most = Math.floor(longer * (1 - least) + 1e-9);
  if (longer - commonUnits(query.counts, units) > most) return 0;
  const edits = editDistance(query.units, units, most);
  if (edits > most) return 0;
  if (edits > 0) return 1 - edits / longer;
  return figuresIn(query.text).join(" ") === figuresIn(text).join(" ") ? NEARLY_SAME : OTHER_FIGURES;
}

/** How many units two texts share in any order: a bound that spares most of the exact comparisons. */
function commonUnits(counts: ReadonlyMap<string, number>, units: readonly string[]): number {
  const left = new Map<string, number>();
  let common = 0;
  for (const unit of units) {
    const rest = left.get(unit) ?? counts.get(unit) ?? 0;
    if (rest > 0) common += 1;
    left.set(unit, rest - 1);
  }
  return common;
}

/** Edits from one to the other, or any number above `most`: only the band that can stay below it is computed. */
function editDistance(one: readonly string[], other: readonly string[], most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let previous = Uint32Array.from({ length: other.length + 1 }, (_, column) => column);
  let current = new Uint32Array(other.length + 1);
  for (let row = 1; row <= one.length; row += 1) {
    const least = fillRow(current, { previous, row, unit: one[row - 1], most }, other);
    if (least > most) return most + 1;
    [previous, current] = [current, previous];
  }
  return previous[other.length] ?? most + 1;
}

interface RowState {
  readonly previous: Uint32Array;
  readonly row: number;
  readonly unit: string | undefined;
  readonly most: number;
}

/** Writes one row of the table into `current` and gives its least number. */
function fillRow(current: Uint32Array, { previous, row, unit, most }: RowState, other: readonly string[]): number {
  current.fill(most + 1);
  if (row <= most) current[0] = row;
  const last = Math.min(other.length, row + most);
  let least = current[0] ?? 0;
  for (let column = Math.max(1, row - most); column <= last; column += 1) {
    const kept = (previous[column - 1] ?? 0) + (other[column - 1] === unit ? 0 : 1);
    const changed = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
    const edits = Math.min(kept, changed);
    current[column] = edits;
    if (edits < least) least = edits;
  }
  return least;
}
