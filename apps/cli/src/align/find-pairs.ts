import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Session } from "../session.ts";

/** Two files that belong together, and the name of what is made of them. */
export interface FilePair {
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

/**
 * The pairs of two folders: files whose names are the same up to the first dot, `news.en.txt` and `news.ko.txt`.
 *
 * @throws SteleError `input-missing` where no file has a partner.
 */
export async function pairsOfFolders(
  folders: readonly [string, string],
  session: Session,
): Promise<readonly FilePair[]> {
  const [sources, targets] = await Promise.all(folders.map(filesByName));
  const pairs = [...(sources ?? [])].flatMap(([name, source]) => {
    const target = targets?.get(name);
    return target === undefined ? [] : [{ name, source, target }];
  });
  if (pairs.length > 0) return pairs;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "input-missing",
    message: `No file of ${folders[0]} has a partner in ${folders[1]}.`,
    hint: "Partners have the same name up to the first dot: news.en.txt and news.ko.txt.",
    details: { path: folders[0] },
  });
}

async function filesByName(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return new Map(
    files.map(({ name }) => [stem(name), join(folder, name)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * The pairs of a list: a line a pair, source and target and perhaps a name, divided by tabs; paths begin where the
 * command was run.
 *
 * @throws SteleError `input-malformed`, naming the line.
 */
export async function pairsOfList(file: string, session: Session): Promise<readonly FilePair[]> {
  const { readBytes, SteleError } = await session.core();
  const text = new TextDecoder().decode(await readBytes(resolve(session.io.cwd, file)));
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [source, target, name] = line.split("\t");
    if (source === undefined || target === undefined) {
      throw new SteleError({
        code: "input-malformed",
        message: `Line ${index + 1} of ${file} is no pair.`,
        hint: "A line holds the source's and the target's file, divided by a tab.",
        details: { file, line: index + 1 },
      });
    }
    const path = (one: string): string => resolve(session.io.cwd, one.trim());
    return [{ name: name?.trim() ?? stem(basename(source)), source: path(source), target: path(target) }];
  });
}

function stem(name: string): string {
  return name.replace(/\..*$/, "");
}
