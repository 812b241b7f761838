import type { Polytext } from "@stele/model";
import type { OutputFile, WriteOptions } from "../format.ts";
import { rowTexts } from "../parallel-rows.ts";
import { scoreText } from "../tsv/write-tsv.ts";

/**
 * What a spreadsheet takes for a formula at the beginning of a cell (OWASP, "CSV injection"), also where a text has a
 * `'` of its own before it: so that whoever takes one `'` away again has the text.
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** CSV for spreadsheets (RFC 4180): byte order mark, CRLF, a header; cells that would run as a formula get a `'`. */
export function writeCsv(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  return [{ suffix: ".csv", chunks: lines(polytext, options) }];
}

function* lines(polytext: Polytext, options: WriteOptions): Iterable<string> {
  yield `\ufeff${csvLine([...polytext.sides.map(({ article }) => article.language), "score"], options)}`;
  for (const { runs, score } of polytext.rows) {
    yield csvLine([...rowTexts(polytext, runs), scoreText(score)], options);
  }
}

/** One line of CSV. */
export function csvLine(cells: readonly string[], { formulas = "escape" }: WriteOptions): string {
  const safe = formulas === "keep" ? cells : cells.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell));
  return `${safe.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}
