import { readdir } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import type { Session } from "../session.ts";

/** Two files that belong together, and the name of what is made of them. */
export interface FilePair {
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

/**
 * The pairs of two folders: files whose names are the same up to the first dot, `news.en.txt` and `news.ko.txt`. Files
 * without a partner are named on standard error.
 *
 * @throws SteleError `input-missing` where no file has a partner; `input-malformed` where two of a folder would be it.
 */
export async function pairsOfFolders(
  folders: readonly [string, string],
  session: Session,
): Promise<readonly FilePair[]> {
  const [sources, targets] = [await filesByName(folders[0], session), await filesByName(folders[1], session)];
  const pairs = [...sources].flatMap(([name, source]) => {
    const target = targets.get(name);
    return target === undefined ? [] : [{ name, source, target }];
  });
  if (pairs.length > 0) {
    const alone = [...sources, ...targets].filter(([name]) => !(sources.has(name) && targets.has(name)));
    const files = alone.map(([, file]) => relative(session.io.cwd, file)).join(", ");
    if (files !== "") await session.say(session.t("cli.many.alone", { files }));
    return pairs;
  }
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "input-missing",
    message: `No file of ${folders[0]} has a partner in ${folders[1]}.`,
    hint: "Partners have the same name up to the first dot: news.en.txt and news.ko.txt.",
    details: { path: folders[0] },
  });
}

async function filesByName(folder: string, session: Session): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const found = new Map<string, string>();
  for (const name of names.filter((one) => !one.startsWith(".")).toSorted()) {
    const file = join(folder, name);
    const other = found.get(stem(name));
    if (other !== undefined) throw await sameName({ name: stem(name), file, other }, session);
    found.set(stem(name), file);
  }
  return found;
}

/** Two results of one name would overwrite each other. */
async function sameName(
  { name, file, other }: { readonly name: string; readonly file: string; readonly other: string },
  session: Session,
): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "input-malformed",
    message: `Two pairs would be called ${name}: of ${other} and of ${file}.`,
    hint: "Name the pairs in the third column of a list, and give it with --pairs.",
    details: { file, other, reason: "pairs-alike" },
  });
}

/**
 * The pairs of a list: a line a pair, source and target and perhaps a name, divided by tabs; paths begin where the
 * command was run.
 *
 * @throws SteleError `input-malformed`, naming the line; where two pairs have the same name too.
 */
export async function pairsOfList(file: string, session: Session): Promise<readonly FilePair[]> {
  const { readBytes, SteleError } = await session.core();
  const text = new TextDecoder().decode(await readBytes(resolve(session.io.cwd, file)));
  const pairs = new Map<string, FilePair>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [source = "", target = "", given = ""] = line.split("\t").map((cell) => cell.trim());
    if (source === "" || target === "" || given !== basename(given)) {
      throw new SteleError({
        code: "input-malformed",
        message: `Line ${index + 1} of ${file} is no pair.`,
        hint: "A line holds the source's and the target's file, divided by a tab, and perhaps a name that is no path.",
        details: { file, line: index + 1 },
      });
    }
    const name = given === "" ? stem(basename(source)) : given;
    const other = pairs.get(name);
    if (other !== undefined) throw await sameName({ name, file: source, other: other.source }, session);
    pairs.set(name, { name, source: resolve(session.io.cwd, source), target: resolve(session.io.cwd, target) });
  }
  return [...pairs.values()];
}

function stem(name: string): string {
  return name.replace(/\..*$/, "");
}
