import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ModelFiles } from "../bergamot-types.ts";
import { modelInvalid } from "../local-errors.ts";
import { hashFile } from "./download.ts";
import type { FileKind } from "./model-record.ts";

/** A model on this computer. */
export interface InstalledModel {
  /** The codes of the model's maker. */
  readonly from: string;
  readonly to: string;
  readonly version: string;
  readonly architecture: string;
  readonly bytes: number;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  readonly files: readonly InstalledFile[];
}

/** One of its files. */
export interface InstalledFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly sha256: string;
}

/** The file beside a model's files that says what they are. */
export const MANIFEST = "model.json";

/** The models in a folder, in order of their pairs; none where the folder is not there. */
export async function readInstalled(root: string): Promise<readonly InstalledModel[]> {
  const names = await readdir(root).catch(() => []);
  const found = await Promise.all(names.filter(isPairName).map((name) => readManifest(join(root, name))));
  return found.filter((model) => model !== undefined).sort((a, b) => (pairName(a) < pairName(b) ? -1 : 1));
}

/** The name of a pair's folder. */
export function pairName({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}_${to}`;
}

function isPairName(name: string): boolean {
  return /^[A-Za-z-]+_[A-Za-z-]+$/u.test(name);
}

async function readManifest(folder: string): Promise<InstalledModel | undefined> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as InstalledModel;
  } catch {
    throw modelInvalid(folder, `its ${MANIFEST} is damaged`);
  }
}

/** The paths that the translator needs. */
export function filesOf(root: string, model: InstalledModel): ModelFiles {
  const folder = join(root, pairName(model));
  const pathOf = (...kinds: readonly FileKind[]) =>
    model.files.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => join(folder, name));
  const [file = ""] = pathOf("model");
  const [shortlist = ""] = pathOf("lex");
  const shared = pathOf("vocab");
  const vocabularies = shared.length > 0 ? shared : [...pathOf("srcvocab"), ...pathOf("trgvocab")];
  return { from: model.from, to: model.to, model: file, shortlist, vocabularies };
}

/** The names of files that are missing or not what they were when they were added. */
export async function brokenFiles(root: string, model: InstalledModel): Promise<readonly string[]> {
  const folder = join(root, pairName(model));
  const broken = await Promise.all(
    model.files.map(async ({ name, size, sha256 }) => {
      const path = join(folder, name);
      const found = await stat(path).catch(() => undefined);
      return found?.size === size && (await hashFile(path)) === sha256 ? [] : [name];
    }),
  );
  return broken.flat();
}
