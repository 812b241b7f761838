import { extname } from "node:path";
import type { LongBitext } from "@stele/core";
import type { ReadFile } from "@stele/core/node";
import type { Session } from "../session.ts";

/** Formats whose translation is written as Markdown: they have headings, lists and marks to keep. */
const MARKED = new Set(["markdown", "html"]);

/** A translation and what it was made from. */
export interface Translated {
  readonly input: ReadFile;
  readonly bitext: LongBitext;
  /** Where it goes; undefined: standard output. */
  readonly file: string | undefined;
}

/** One translation as it is written, in pieces: Markdown for Markdown and pages, unless a `.txt` is asked for; else plain text. */
export async function translatedText({ input, bitext, file }: Translated, session: Session): Promise<Iterable<string>> {
  const { textsOf, writeLongTranslation } = await session.core();
  if (!isMarked({ input, file })) return linedText(textsOf(bitext.passages));
  return writeLongTranslation(bitext, input.file === undefined ? {} : { file: input.file });
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
