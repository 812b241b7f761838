import { comparedUnits, figuresIn } from "./text-units.ts";

/** Same units, other marks, case or blanks. */
const NEARLY_SAME = 0.99;
/** Same but for figures, which a reader exchanges. */
const OTHER_FIGURES = 0.98;

/**
 * How alike a text is to one whose units are known: 1 − edits ÷ the longer length (Levenshtein over units); 1 only
 * for the same text, outer blanks aside. Below `least` it may give 0.
 */
export function similarity(query: { text: string; units: readonly string[] }, text: string, least: number): number {
  if (query.text.trim() === text.trim()) return 1;
  const units = comparedUnits(text);
  const longer = Math.max(units.length, query.units.length);
  if (longer === 0) return 0;
  const most = Math.floor(longer * (1 - least) + 1e-9);
  const edits = editDistance(query.units, units, most);
  if (edits > most) return 0;
  if (edits > 0) return 1 - edits / longer;
  return figuresIn(query.text).join(" ") === figuresIn(text).join(" ") ? NEARLY_SAME : OTHER_FIGURES;
}

/** Edits from one to the other, or any number above `most`: only the band that can stay below it is computed. */
function editDistance(one: readonly string[], other: readonly string[], most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = nextRow({ previous, row, unit: one[row - 1], most }, other);
    if (Math.min(...current) > most) return most + 1;
    previous = current;
  }
  return previous[other.length] ?? most + 1;
}

interface RowState {
  readonly previous: readonly number[];
  readonly row: number;
  readonly unit: string | undefined;
  readonly most: number;
}

function nextRow({ previous, row, unit, most }: RowState, other: readonly string[]): number[] {
  const current = new Array<number>(other.length + 1).fill(most + 1);
  if (row <= most) current[0] = row;
  const last = Math.min(other.length, row + most);
  for (let column = Math.max(1, row - most); column <= last; column += 1) {
    const kept = (previous[column - 1] ?? 0) + (other[column - 1] === unit ? 0 : 1);
    const changed = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
    current[column] = Math.min(kept, changed);
  }
  return current;
}
