import { en } from "./en/index.ts";
import type { Translator } from "./translator.ts";

/** What a format is called: its name in the reader's language, or the name by which commands know it. */
export function formatName(format: string, t: Translator): string {
  return isIn(en.names.formats, format) ? t(`names.formats.${format}`) : format;
}

/** Who made a revision: what Stele writes in the reader's language, a person's own name as it is. */
export function authorName(author: string, t: Translator): string {
  return isIn(en.names.authors, author) ? t(`names.authors.${author}`) : author;
}

function isIn<T extends object>(texts: T, name: string): name is keyof T & string {
  return Object.hasOwn(texts, name);
}
