import { names } from "./en/names.ts";
import { hasText } from "./has-text.ts";
import type { Translator } from "./translator.ts";

/** What a format is called: its name in the reader's language, or the name by which commands know it. */
export function formatName(format: string, t: Translator): string {
  return hasText(names.formats, format) ? t(`names.formats.${format}`) : format;
}

/** Who made a revision: what Stele writes in the reader's language, a person's own name as it is. */
export function authorName(author: string, t: Translator): string {
  return hasText(names.authors, author) ? t(`names.authors.${author}`) : author;
}
