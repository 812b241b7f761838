import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

/** The root of the checkout, with a closing slash. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Every path that git tracks or would track, relative to the root, that matches the pattern and still exists. */
export function projectFiles(pattern: RegExp): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  const deleted = execFileSync("git", ["ls-files", "-z", "--deleted"], { cwd: ROOT });
  const gone = new Set(deleted.toString().split("\0"));
  return listed
    .toString()
    .split("\0")
    .filter((path) => pattern.test(path) && !gone.has(path));
}

/** The text of a file of the project. */
export function readProjectFile(path: string): string {
  return readFileSync(ROOT + path, "utf8");
}

/** What the rooms are made of: the sources, without tests. */
export function sourceFiles(): readonly string[] {
  return projectFiles(/^(packages|apps)\/[a-z]+\/src\/.*\.[cm]?tsx?$/);
}

/** A parsed file: its text and its syntax tree in the ESTree shape. */
export interface ParsedFile {
  readonly path: string;
  readonly text: string;
  readonly parsed: ReturnType<typeof parseSync>;
}

/** Parses one file of the project; throws where it does not parse. */
export function parseFile(path: string): ParsedFile {
  const text = readProjectFile(path);
  const parsed = parseSync(path, text);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  return { path, text, parsed };
}

/** The specifiers that a file imports or re-exports from, static and dynamic. */
export function importsOf({ text, parsed }: ParsedFile): readonly string[] {
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const reexports = staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? []));
  const named = [...staticImports.map(({ moduleRequest }) => moduleRequest), ...reexports].map(({ value }) => value);
  const dynamic = dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1));
  return [...named, ...dynamic];
}
