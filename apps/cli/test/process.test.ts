import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { from } from "../../../tests/faults/fault.ts";
import { startFaultsServer } from "../../../tests/faults/faults-server.ts";
import { emptyHome, runStele } from "./run-stele.ts";

const STELE = fileURLToPath(new URL("../bin/stele.js", import.meta.url));
const sample = (tag: string): string =>
  fileURLToPath(new URL(`../../../samples/night-train/night-train.${tag}.txt`, import.meta.url));

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a process of its own; `meet` is given the child as soon as it runs. */
function start(
  argv: readonly string[],
  { home, variables = {} }: { readonly home: string; readonly variables?: Readonly<Record<string, string>> },
  meet: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> {
  const env = { HOME: home, PATH: process.env.PATH, ...variables };
  const child = spawn(process.execPath, [STELE, ...argv], { cwd: home, env });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk) => stdout.push(String(chunk)));
  child.stderr.on("data", (chunk) => stderr.push(String(chunk)));
  meet(child);
  return new Promise((resolve) => {
    child.on("close", (exitCode) => resolve({ exitCode, stdout: stdout.join(""), stderr: stderr.join("") }));
  });
}

describe("the process", () => {
  it("reads standard input and writes standard output", async () => {
    const { exitCode, stdout } = await start(["segment", "-"], { home: emptyHome() }, (child) =>
      child.stdin?.end("你好。世界。"),
    );
    expect([exitCode, stdout]).toEqual([0, "你好。\n世界。\n"]);
  });

  it("says nothing when its reader goes away", async () => {
    const home = emptyHome();
    writeFileSync(join(home, "long.txt"), "It rained all day. Nobody left the house.\n\n".repeat(40_000));
    const { stderr } = await start(["segment", "long.txt"], { home }, (child) => {
      child.stdout?.once("data", () => child.stdout?.destroy());
    });
    expect(stderr).toBe("");
  });

  it("ends a served page on Ctrl-C", async () => {
    const { exitCode, stderr } = await start(["serve", "--port", "0"], { home: emptyHome() }, (child) => {
      child.stderr?.on("data", (chunk) => {
        if (String(chunk).includes("Ctrl-C")) child.kill("SIGINT");
      });
    });
    expect([exitCode, stderr.includes("http://127.0.0.1:")]).toEqual([0, true]);
  });

  it("says after a kill how much may be charged twice when it goes on", async () => {
    const home = emptyHome();
    writeFileSync(join(home, "calm.txt"), "The harbour was closed in the morning. It opened again after the storm.");
    const account = { key: "key-of-a-test-account", used: 0, limit: 1_000_000 };
    const deaf = await startFaultsServer({ account });
    deaf.plan(from(2, { kind: "silence" }));
    const quick = await startFaultsServer({ account });
    const argv = ["translate", "calm.txt", "--to", "ko", "--engine", "deepl"];
    const variables = (url: string) => ({ DEEPL_API_KEY: account.key, DEEPL_SERVER_URL: url });
    await start(argv, { home, variables: variables(deaf.url) }, (child) => {
      const watch = setInterval(() => deaf.translations().length > 0 && child.kill("SIGKILL"), 10);
      child.on("close", () => clearInterval(watch));
    });
    const again = await runStele(argv, { home, variables: variables(quick.url) });
    expect([again.exitCode, again.stderr]).toEqual([
      0,
      expect.stringContaining("An earlier run was killed: texts that may be charged twice: 2"),
    ]);
    const third = await runStele([...argv, "--fresh"], { home, variables: variables(quick.url) });
    expect(third.stderr).not.toContain("charged twice");
    await Promise.all([deaf.close(), quick.close()]);
  });

  it("aligns many pairs on several threads", async () => {
    const home = emptyHome();
    for (const tag of ["en", "zh"]) {
      mkdirSync(join(home, tag));
      for (const name of ["one", "two", "three", "four"]) copyFileSync(sample(tag), join(home, tag, `${name}.txt`));
    }
    const argv = ["align", "en", "zh", "--from", "en", "--to", "zh", "-o", "out", "--jobs", "2"];
    const { exitCode, stderr } = await start(argv, { home }, () => undefined);
    expect([exitCode, stderr.includes("4/4"), readdirSync(join(home, "out")).length]).toEqual([0, true, 4]);
  });

  it("loads nothing heavy for its help", async () => {
    const home = emptyHome();
    const child = spawn(process.execPath, ["--input-type=module", "-e", LOADED], { env: { HOME: home, STELE } });
    const chunks: string[] = [];
    child.stdout.on("data", (chunk) => chunks.push(String(chunk)));
    await new Promise((resolve) => child.on("close", resolve));
    expect(chunks.join("")).toContain("Usage: stele");
    for (const heavy of ["deepl-node", "hono", "align", "library", "formats"]) {
      expect(chunks.join("")).not.toContain(`loaded:${heavy}`);
    }
  });
});

/** Prints the packages that `stele --help` loads, by a hook that sees every module. */
const LOADED = `
import { register } from "node:module";
const hook = \`export async function load(url, context, next) {
  const name = /node_modules\\\\/(?:\\\\.pnpm\\\\/)?([^/@]+)|packages\\\\/([a-z]+)\\\\/dist/.exec(url);
  if (name) process.stdout.write("loaded:" + (name[1] ?? name[2]) + "\\\\n");
  return next(url, context);
}\`;
register("data:text/javascript," + encodeURIComponent(hook));
process.argv = [process.argv[0], process.env.STELE, "--help"];
await import(process.env.STELE);
`;
