import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

/** What a command gave back. */
export interface Finished {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A machine with nothing on it: an empty home, Node and git on the path, no setting of ours. */
export interface Newcomer {
  readonly home: string;
  run(command: readonly string[], options: { readonly cwd: string; readonly offline?: boolean }): Promise<Finished>;
}

/** The registry of whoever runs the suite, if it answers; a suite without network skips what needs it. */
export function reachableRegistry(): string | undefined {
  try {
    const registry = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
    execFileSync("npm", ["view", "pnpm@10.34.9", "version", "--prefer-online"], { stdio: "pipe", timeout: 30_000 });
    return registry;
  } catch {
    return undefined;
  }
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes away with the test file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stele-newcomer-"));
  folders.push(folder);
  return folder;
}

/** Makes a newcomer who reaches this registry. */
export function newcomer(registry: string): Newcomer {
  const home = scratchFolder();
  const bare = {
    HOME: home,
    PATH: `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
    LANG: "C.UTF-8",
    CI: "1",
  };
  // An address that refuses at once stands for a machine without network.
  const nowhere = { npm_config_registry: "http://127.0.0.1:9/", npm_config_fetch_retries: "0" };
  return {
    home,
    run: ([command = "", ...args], { cwd, offline = false }) =>
      new Promise((resolve) => {
        const env = { ...bare, npm_config_registry: registry, ...(offline ? nowhere : {}) };
        const settings = { cwd, env, encoding: "utf8", maxBuffer: 1 << 26 } as const;
        execFile(command, args, settings, (error, stdout, stderr) => {
          resolve({ status: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
        });
      }),
  };
}
