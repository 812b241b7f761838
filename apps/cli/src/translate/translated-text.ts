import { extname } from "node:path";
import type { Bitext, InlineMark } from "@stele/core";
import type { ReadFile } from "@stele/core/node";
import type { Session } from "../session.ts";

/** Formats whose translation is written as Markdown: they have headings, lists and marks to keep. */
const MARKED = new Set(["markdown", "html"]);

/** A translation and what it was made from. */
export interface Translated {
  readonly input: ReadFile;
  readonly bitext: Bitext;
  readonly marks: readonly InlineMark[];
  /** Where it goes; undefined: standard output. */
  readonly file: string | undefined;
}

/** One translation as it is written: Markdown for Markdown and pages, unless a `.txt` is asked for; else plain text. */
export async function translatedText(translated: Translated, session: Session): Promise<string> {
  const { input, bitext, marks, file } = translated;
  const { text } = bitext.target.article;
  const isPlain = file !== undefined && extname(file).toLowerCase() === ".txt";
  if (isPlain || !MARKED.has(input.format)) return text.endsWith("\n") ? text : `${text}\n`;
  const { writeTranslation } = await session.core();
  return writeTranslation(bitext, { marks, ...(input.file === undefined ? {} : { file: input.file }) });
}

/** The extension of a translation beside an input of this name and format: what is no text file becomes one. */
export function translatedExtension(name: string, format: string): string {
  if (format === "html") return ".md";
  return format === "markdown" || format === "text" ? extname(name) : ".txt";
}
