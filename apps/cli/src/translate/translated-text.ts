import { extname } from "node:path";
import type { Bitext, InlineMark, LongBitext } from "@stele/core";
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
  const { input, bitext, marks } = translated;
  const { text } = bitext.target.article;
  if (!isMarked(translated)) return text.endsWith("\n") ? text : `${text}\n`;
  const { writeTranslation } = await session.core();
  return writeTranslation(bitext, { marks, ...(input.file === undefined ? {} : { file: input.file }) });
}

/** The same of one that is too long to be held, in pieces; what is written as Markdown is held after all. */
export async function longText(
  { bitext, ...rest }: Omit<Translated, "bitext" | "marks"> & { readonly bitext: LongBitext },
  session: Session,
): Promise<Iterable<string>> {
  const { listOf, textsOf, wholeBitext } = await session.core();
  const { passages } = bitext;
  if (!isMarked(rest)) return linedText(textsOf(passages));
  const marks = [...listOf(passages, "marks")];
  return [await translatedText({ ...rest, bitext: wholeBitext(bitext), marks }, session)];
}

/** A text of whole lines. */
function* linedText(texts: Iterable<string>): Iterable<string> {
  let last = "";
  for (const text of texts) {
    yield text;
    if (text !== "") last = text;
  }
  if (!last.endsWith("\n")) yield "\n";
}

function isMarked({ file, input }: Pick<Translated, "file" | "input">): boolean {
  const isPlain = file !== undefined && extname(file).toLowerCase() === ".txt";
  return !isPlain && MARKED.has(input.format);
}

/** The extension of a translation beside an input of this name and format: what is no text file becomes one. */
export function translatedExtension(name: string, format: string): string {
  if (format === "html") return ".md";
  return format === "markdown" || format === "text" ? extname(name) : ".txt";
}
