/**
 * What a spreadsheet takes for a formula at the beginning of a cell (OWASP, "CSV injection"), also behind a `'` of the
 * text's own, which would be taken for ours.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
/** The same as it was written. */
const DISARMED = /^'(?='*[=+\-@＝＋－＠\t\r\n])/;

/** Cells as a line of CSV; one that a spreadsheet would run as a formula gets a `'`. */
export function writeCells(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(",")}\n`;
}

/** A line that begins with `#` would be a remark. */
function quoted(cell: string): string {
  return /[",\r\n]|^#/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * The cells of a line that is divided by commas, or by tabs where it holds any, as they were before they were written.
 */
export function readCells(line: string): readonly string[] {
  return divided(line).map((cell) => cell.replace(DISARMED, "").trim());
}

function divided(line: string): readonly string[] {
  if (line.includes("\t")) return line.split("\t");
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, inQuotes, bare]) => (inQuotes === undefined ? (bare ?? "") : inQuotes.replaceAll('""', '"')));
}
