import { FORMATS, type Polytext, writeFiles } from "@stele/core";

/** A file that was written in the tab. */
export interface WrittenFile {
  /** What stands behind the name: `.tsv`, `.en-ko.tmx`. */
  readonly suffix: string;
  readonly content: Blob;
}

/** The formats that can be written. */
export function writableFormats(): readonly string[] {
  return Object.values(FORMATS).flatMap(({ name, write }) => (write === undefined ? [] : [name]));
}

/** Writes a text in a format; loaded only when a text is exported in the tab. */
export function writeInTab(polytext: Polytext, format: string, title: string): readonly WrittenFile[] {
  const files = writeFiles(polytext, format, { title, date: new Date() });
  return files.map(({ suffix, chunks }) => ({ suffix, content: new Blob([...chunks]) }));
}
