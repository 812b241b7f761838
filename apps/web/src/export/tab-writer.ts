import { FORMATS, type Polytext, pageExtras, writeFiles } from "@stele/core";
import { exportedLabels } from "@stele/messages";
import type { PageChoices } from "./page-choices.ts";

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

/** What is written, and how. */
export interface TabExport {
  readonly format: string;
  readonly title: string;
  readonly wishes: PageChoices;
}

/** Writes a text in a format; loaded only when a text is exported in the tab. */
export async function writeInTab(polytext: Polytext, options: TabExport): Promise<readonly WrittenFile[]> {
  const { format, title, wishes } = options;
  const isPage = format === "html";
  const extras = await pageExtras(polytext, { hasReadings: isPage && wishes.hasReadings });
  const files = writeFiles(polytext, format, { title, date: new Date(), labels: exportedLabels(wishes.ui), ...extras });
  return files.map(({ suffix, chunks }) => ({ suffix, content: new Blob([...chunks]) }));
}
