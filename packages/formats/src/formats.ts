import { type Polytext, SteleError } from "@stele/model";
import type { Format, OutputFile, Parallel, ReadOptions, ReadText, WriteOptions } from "./format.ts";
import { writeHtml } from "./html/write-html.ts";
import { writeJson } from "./json/write-json.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { writeMarkdown } from "./markdown/write-markdown.ts";
import { asPolytext } from "./parallel-rows.ts";
import { readPlainText } from "./text/read-text.ts";
import { writeTsv } from "./tsv/write-tsv.ts";

/** Every format by its name. To add one: a folder here and a line in this table. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  (
    [
      { name: "text", extensions: ["txt"], mediaType: "text/plain", readArticle: readPlainText },
      {
        name: "markdown",
        extensions: ["md", "markdown"],
        mediaType: "text/markdown",
        readArticle: readMarkdown,
        write: writeMarkdown,
      },
      { name: "json", extensions: ["json"], mediaType: "application/json", write: writeJson },
      { name: "tsv", extensions: ["tsv"], mediaType: "text/tab-separated-values", write: writeTsv },
      { name: "html", extensions: ["html", "htm"], mediaType: "text/html", write: writeHtml },
    ] satisfies readonly Format[]
  ).map((format) => [format.name, format]),
);

/**
 * A format by its name, in any case.
 *
 * @throws SteleError `format-unknown`.
 */
export function formatByName(name: string): Format {
  const format = FORMATS[name.toLowerCase()];
  if (format === undefined || !Object.hasOwn(FORMATS, name.toLowerCase())) throw unknownFormat(name);
  return format;
}

/**
 * Reads an article: the reader is chosen by the name's extension, else by the content; what nobody claims is plain
 * text.
 *
 * @throws SteleError with an `input-…` code that says what is wrong with the file.
 */
export async function readArticle(bytes: Uint8Array, options: ReadOptions): Promise<ReadText> {
  const extension = /\.([^./\\]+)$/.exec(options.name)?.[1]?.toLowerCase() ?? "";
  const readers = Object.values(FORMATS).filter((format) => format.readArticle !== undefined);
  const format = readers.find(({ extensions }) => extensions.includes(extension));
  return (format?.readArticle ?? readPlainText)(bytes, options);
}

/**
 * The files of an export; most formats make one.
 *
 * @throws SteleError `format-unknown` where the format is not known or cannot be written.
 */
export function writeFiles(parallel: Parallel, format: string, options: WriteOptions = {}): readonly OutputFile[] {
  const { write } = formatByName(format);
  if (write === undefined) throw unknownFormat(format);
  const polytext: Polytext = asPolytext(parallel);
  return write(polytext, options);
}

/**
 * The same as one string, for formats and inputs that make one file.
 *
 * @throws SteleError `format-unknown`; `usage` where the export needs several files.
 */
export function writeText(parallel: Parallel, format: string, options: WriteOptions = {}): string {
  const [file, ...more] = writeFiles(parallel, format, options);
  if (file === undefined || more.length > 0) throw severalFiles(format);
  return [...file.chunks].join("");
}

function unknownFormat(name: string): SteleError {
  const known = Object.values(FORMATS).filter(({ write }) => write !== undefined);
  const names = known.map((format) => format.name);
  return new SteleError({
    code: "format-unknown",
    message: `"${name}" is not a format that Stele writes.`,
    hint: `Use one of ${names.join(", ")}.`,
    details: { name, known: names },
  });
}

function severalFiles(format: string): SteleError {
  return new SteleError({
    code: "usage",
    message: `An export as ${format} is more than one file here.`,
    hint: "Name a folder to write to, or export one pair of languages.",
    details: { format },
  });
}
