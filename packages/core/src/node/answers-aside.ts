import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { AnswerStore, KeptAnswer } from "@stele/model";
import { isLocked } from "./when-free.ts";

/** Files of answers that are paid for and could not be put into the library yet. */
const NAME = /^answers-aside-.*\.json$/u;

let made = 0;

/** Writes answers into a file of their own in the data folder, past a power cut, and gives its path. */
export function setAside(answers: readonly KeptAnswer[], dataDir: string): string {
  made += 1;
  const file = join(dataDir, `answers-aside-${process.pid}-${Date.now()}-${made}.json`);
  const handle = openSync(`${file}.part`, "w", 0o600);
  try {
    writeSync(handle, JSON.stringify(answers));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.part`, file);
  return file;
}

/**
 * Puts answers that an earlier run had to set aside into the library; what cannot be put stays for the next time.
 *
 * @throws SteleError `library-locked`, at the first that another process keeps out.
 */
export function takeBack(dataDir: string, store: AnswerStore): void {
  for (const file of filesAside(dataDir)) {
    try {
      store.put(JSON.parse(readFileSync(file, "utf8")) as readonly KeptAnswer[]);
      rmSync(file, { force: true });
    } catch (error) {
      if (isLocked(error)) throw error;
      // Another process may have taken the file; nothing is lost by leaving it.
    }
  }
}

function filesAside(dataDir: string): readonly string[] {
  if (!existsSync(dataDir)) return [];
  return readdirSync(dataDir)
    .filter((name) => NAME.test(name))
    .map((name) => join(dataDir, name));
}
