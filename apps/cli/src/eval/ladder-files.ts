import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { inputBytes, inputPath } from "../input.ts";
import type { Session } from "../session.ts";

/** A ladder and the document that it is of: its file's name without the last extension. */
export interface LadderFile {
  readonly id: string;
  readonly file: string;
  readonly text: string;
}

/** How the first line of a ladder begins. */
const LADDER = /^\s*(?:\[[\d,\s]*\]\s*:|\d+\t)/u;

/**
 * The ladders of hunalign, Vecalign or SentAlign in a file or a folder, in the order of their names; none where the
 * file is something else. Other files of a folder, such as the sentences that a ladder counts, are passed over.
 */
export async function readLadderFiles(path: string, session: Session): Promise<readonly LadderFile[]> {
  const { decodeText } = await session.core();
  const isMany = await isFolder(path, session);
  const names = isMany ? await filesIn(inputPath(path, session)) : [path];
  const found: LadderFile[] = [];
  for (const name of names) {
    const file = isMany ? join(path, name) : name;
    const text = decodeText(await inputBytes(file, session), file);
    if (LADDER.test(text)) found.push({ id: name.replace(/^.*[\\/]|\.[^.]*$/g, ""), file, text });
  }
  return found;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.filter((name) => !name.startsWith(".")).toSorted();
}

/** Whether a path is a folder, which then can hold nothing but ladders. */
export async function isFolder(path: string, session: Session): Promise<boolean> {
  return (await stat(inputPath(path, session)).catch(() => undefined))?.isDirectory() ?? false;
}

/** Of each document its ladder: the one that is named after it, or whose name goes on behind a point. */
export function ladderOf(id: string, ladders: readonly LadderFile[]): LadderFile | undefined {
  return ladders.find((one) => one.id === id) ?? ladders.find((one) => one.id.startsWith(`${id}.`));
}
