/** Rows as lines of cells with tabs between; tabs and line breaks in a cell become blanks. */
export function* tabSeparated(rows: Iterable<readonly string[]>): Iterable<string> {
  for (const row of rows) yield `${row.map((cell) => cell.replace(/[\t\r\n]+/gu, " ")).join("\t")}\n`;
}
