import type { Polytext } from "@stele/model";
import type { OutputFile, WriteOptions } from "../format.ts";
import { rowTexts } from "../parallel-rows.ts";

/** Everything that Markdown or HTML in Markdown could take for markup. */
const SPECIAL = /[\\`*_{}[\]<>|~&!#$]/g;

/** A GitHub table, one column a language, one line a row; text is escaped so that it shows as it is. */
export function writeMarkdown(polytext: Polytext, { title }: WriteOptions): readonly OutputFile[] {
  return [{ suffix: ".md", chunks: lines(polytext, title) }];
}

function* lines(polytext: Polytext, title: string | undefined): Iterable<string> {
  if (title !== undefined) yield `# ${escapeMarkdown(title)}\n\n`;
  const languages = polytext.sides.map((side) => side.article.language);
  yield tableLine(languages);
  yield tableLine(languages.map(() => "---"));
  for (const { runs } of polytext.rows) yield tableLine(rowTexts(polytext, runs).map(escapeMarkdown));
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Text as Markdown that shows exactly this text on one line; raw HTML and addresses stay text. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(SPECIAL, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(?<=w)\.(?=\w)|@/gi, "\\$&");
}
