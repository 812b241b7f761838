import { type Polytext, SteleError } from "@stele/model";
import { writeBicleaner } from "./bicleaner/write-bicleaner.ts";
import { writeAnki } from "./cards/write-cards.ts";
import { writeCsv } from "./csv/write-csv.ts";
import { readDocx } from "./docx/read-docx.ts";
import { readEpub } from "./epub/read-epub.ts";
import type { Format, OutputFile, Parallel, ReadOptions, ReadText, WriteOptions } from "./format.ts";
import { readHtml } from "./html/read-html.ts";
import { writeHtml } from "./html/write-html.ts";
import { readJson, readJsonArticle } from "./json/read-json.ts";
import { writeJson } from "./json/write-json.ts";
import { writeJsonl } from "./jsonl/write-jsonl.ts";
import { writeHunalign, writeSentAlign, writeVecalign } from "./ladder/write-ladder.ts";
import { readMarkdown } from "./markdown/read-markdown.ts";
import { writeMarkdown } from "./markdown/write-markdown.ts";
import { writeMoses } from "./moses/write-moses.ts";
import { asPolytext } from "./parallel-rows.ts";
import { writeSketch } from "./sketch/write-sketch.ts";
import { readSubtitles } from "./subtitles/read-subtitles.ts";
import { readPlainText } from "./text/read-text.ts";
import { writeTmx } from "./tmx/write-tmx.ts";
import { writeTsv } from "./tsv/write-tsv.ts";
import { writeXliff12, writeXliff20 } from "./xliff/write-xliff.ts";

/** Every format. To add one: a folder here and a line in this list. */
const TABLE: readonly Format[] = [
  { name: "text", extensions: ["txt"], mediaType: "text/plain", readArticle: readPlainText },
  {
    name: "markdown",
    extensions: ["md", "markdown"],
    mediaType: "text/markdown",
    readArticle: readMarkdown,
    write: writeMarkdown,
  },
  {
    name: "html",
    extensions: ["html", "htm", "xhtml"],
    mediaType: "text/html",
    readArticle: readHtml,
    write: writeHtml,
  },
  {
    name: "json",
    extensions: ["json"],
    mediaType: "application/json",
    readArticle: readJsonArticle,
    readPolytext: readJson,
    write: writeJson,
  },
  {
    name: "docx",
    extensions: ["docx"],
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    readArticle: readDocx,
  },
  { name: "epub", extensions: ["epub"], mediaType: "application/epub+zip", readArticle: readEpub },
  { name: "subtitles", extensions: ["srt", "vtt"], mediaType: "text/vtt", readArticle: readSubtitles },
  { name: "jsonl", extensions: ["jsonl"], mediaType: "application/jsonl", write: writeJsonl },
  { name: "tsv", extensions: ["tsv"], mediaType: "text/tab-separated-values", write: writeTsv },
  { name: "csv", extensions: ["csv"], mediaType: "text/csv", write: writeCsv },
  { name: "tmx", extensions: ["tmx"], mediaType: "application/x-tmx+xml", write: writeTmx },
  { name: "xliff", extensions: ["xlf", "xliff"], mediaType: "application/xliff+xml", write: writeXliff12 },
  { name: "xliff2", extensions: ["xlf"], mediaType: "application/xliff+xml", write: writeXliff20 },
  { name: "anki", extensions: ["txt"], mediaType: "text/plain", write: writeAnki },
  { name: "moses", extensions: [], mediaType: "text/plain", write: writeMoses },
  { name: "bicleaner", extensions: ["tsv"], mediaType: "text/tab-separated-values", write: writeBicleaner },
  { name: "sentalign", extensions: ["ladder"], mediaType: "text/plain", write: writeSentAlign },
  { name: "vecalign", extensions: ["ladder"], mediaType: "text/plain", write: writeVecalign },
  { name: "hunalign", extensions: ["ladder"], mediaType: "text/plain", write: writeHunalign },
  { name: "sketch", extensions: ["txt"], mediaType: "text/plain", write: writeSketch },
];

/** Every format by its name. */
export const FORMATS: Readonly<Record<string, Format>> = Object.fromEntries(
  TABLE.map((format) => [format.name, format]),
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
 * Reads an article: the reader is the one named, else chosen by the name's extension, else by the content; what nobody
 * claims is plain text.
 *
 * @throws SteleError `format-unknown` for a format that Stele does not read; with an `input-…` code that says what is wrong with the file.
 */
export async function readArticle(bytes: Uint8Array, options: ReadOptions): Promise<ReadText> {
  const extension = /\.([^./\\]+)$/.exec(options.name)?.[1]?.toLowerCase() ?? "";
  const byName = READERS.find(({ extensions }) => extensions.includes(extension));
  if (options.format === undefined && byName === undefined) refuseExchange(extension, bytes, options.name);
  const format = options.format === undefined ? (byName ?? formatByContent(bytes)) : readerNamed(options.format);
  return (format?.readArticle ?? readPlainText)(bytes, options);
}

/** The first element of an exchange format, after what may stand before it. */
const ROOT = /^\s*(?:<[?!][^>]*>\s*)*<(xliff|tmx)[\s>]/iu;

/**
 * Tables, memories and the like, which Stele only writes: read as prose, their markup would be translated, and paid
 * for.
 *
 * @throws SteleError `format-unknown`, saying what to give instead.
 */
function refuseExchange(extension: string, bytes: Uint8Array, file: string): void {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  const root = ROOT.exec(start)?.[1]?.toLowerCase();
  const format = root === undefined ? TABLE.find(({ extensions }) => extensions.includes(extension)) : FORMATS[root];
  if (format === undefined) return;
  const known = READERS.map(({ name }) => name);
  const memory = format.name === "tmx" ? " A TMX goes into a memory with npx stele tm import." : "";
  throw new SteleError({
    code: "format-unknown",
    message: `${file} is ${format.name}, a format that Stele writes and does not read.`,
    hint: `Give the text itself: ${known.join(", ")}; or take it as it stands with --input-format text.${memory}`,
    details: { file, known, reason: "written-only" },
  });
}

const READERS = TABLE.filter((format) => format.readArticle !== undefined);

function readerNamed(wanted: string): Format {
  const name = wanted.toLowerCase();
  const format = READERS.find((one) => one.name === name) ?? READERS.find((one) => one.extensions.includes(name));
  if (format !== undefined) return format;
  const known = READERS.map((one) => one.name);
  throw new SteleError({
    code: "format-unknown",
    message: `"${wanted}" is not a format that Stele reads.`,
    hint: `Use one of ${known.join(", ")}.`,
    details: { name: wanted, known },
  });
}

/** Only what nobody takes for prose: a page, subtitles. */
function formatByContent(bytes: Uint8Array): Format | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart();
  if (/^<!doctype html|^<html[\s>]/i.test(start)) return FORMATS.html;
  return start.startsWith("WEBVTT") ? FORMATS.subtitles : undefined;
}

/**
 * Reads parallel text out of a file that Stele wrote as JSON.
 *
 * @throws SteleError `input-malformed`, naming the member that is wrong.
 */
export function readPolytext(bytes: Uint8Array, options: ReadOptions): Polytext {
  return readJson(bytes, options);
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
