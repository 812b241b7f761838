/** What Anki must know of the file; it takes the lines before the first note. */
const ANKI_HEAD = "#separator:tab\n#html:false\n";

/** Rows as lines of cells with tabs between; tabs and line breaks in a cell become blanks. */
export function* tabSeparated(rows: Iterable<readonly string[]>, kind: "tsv" | "anki"): Iterable<string> {
  if (kind === "anki") yield ANKI_HEAD;
  for (const row of rows) yield `${row.map((cell) => cell.replace(/[\t\r\n]+/gu, " ")).join("\t")}\n`;
}
