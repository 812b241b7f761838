import type { Polytext, Range, Side } from "@stele/model";
import { sentenceLine } from "@stele/model";
import type { OutputFile, WriteOptions } from "../format.ts";
import { titleOf } from "../parallel-rows.ts";
import { escapeHtml } from "./escape-html.ts";

/** A page on its own: nothing is fetched, nothing in the text can run. */
export function writeHtml(polytext: Polytext, options: WriteOptions): readonly OutputFile[] {
  return [{ suffix: ".html", chunks: page(polytext, options) }];
}

function* page(polytext: Polytext, options: WriteOptions): Iterable<string> {
  const [first] = polytext.sides;
  const title = options.title ?? (first === undefined ? undefined : titleOf(first)) ?? "Stele";
  yield `<!doctype html>\n<html lang="${first?.article.language ?? "en"}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">\n`;
  yield `<title>${escapeHtml(title)}</title>\n</head>\n<body>\n<table>\n`;
  for (const { runs } of polytext.rows) {
    yield `<tr>${polytext.sides.map((side, index) => cell(side, runs[index] ?? [0, 0])).join("")}</tr>\n`;
  }
  yield "</table>\n</body>\n</html>\n";
}

function cell(side: Side, run: Range): string {
  const sentences = side.sentences.slice(run[0], run[1]);
  const spans = sentences.map((sentence) => `<span>${escapeHtml(sentenceLine(side.article, sentence))}</span>`);
  return `<td lang="${side.article.language}">${spans.join(" ")}</td>`;
}
