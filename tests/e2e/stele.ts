import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The command as it is installed. */
export const STELE = fileURLToPath(new URL("../../apps/cli/bin/stele.js", import.meta.url));

/** A file of the samples, such as `night-train.en.txt`. */
export function samplePath(name: string, tag: string): string {
  return fileURLToPath(new URL(`../../samples/${name}/${name}.${tag}.txt`, import.meta.url));
}

/** How a process ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a process is started with besides its words. */
export interface Start {
  /** Also the folder it is started in, unless `cwd` is given. */
  readonly home: string;
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly variables?: Readonly<Record<string, string>>;
  /** What runs the command, given its words as its last ones: `sh -c SCRIPT sh`. */
  readonly through?: readonly string[];
  /** Given the process as soon as it runs. */
  readonly meet?: (child: ChildProcess) => void;
}

const homes: string[] = [];

afterAll(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

/** A home with nothing in it, which goes away with the test file. */
export function emptyHome(): string {
  const home = mkdtempSync(join(tmpdir(), "stele-e2e-"));
  homes.push(home);
  return home;
}

/** Runs the built command as a user does, knowing nothing of the machine but Node, the home and what is given. */
export function stele(argv: readonly string[], start: Start): Promise<Ended> {
  const { home, cwd = home, variables = {}, stdin = "", through = [], meet } = start;
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, LANG: "C.UTF-8", NO_PROXY: "*", ...variables };
  const [command = process.execPath, ...words] = [...through, process.execPath, STELE, ...argv];
  const child = spawn(command, words, { cwd, env });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A command that does not read its standard input may be gone before it is written.
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  meet?.(child);
  return new Promise((resolve) => {
    child.on("close", (exitCode) => {
      resolve({ exitCode, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** What a command said on standard error where it speaks JSON. */
export interface SpokenError {
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string; readonly hint: string };
  readonly exitCode: number;
}

/** The error of a `--json` run; throws where standard error holds anything else. */
export function errorOf({ stderr }: Ended): SpokenError {
  return JSON.parse(stderr) as SpokenError;
}

/** Every file under a folder, hidden ones included. */
export function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** The files under a folder that hold this text, in whatever encoding of one byte a character. */
export function filesHolding(secret: string, folder: string): readonly string[] {
  return filesUnder(folder).filter((file) => readFileSync(file, "latin1").includes(secret));
}
