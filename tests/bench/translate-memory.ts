/**
 * Memory of translating a book: `npm run bench:memory -- [--sentences 20000,100000,200000] [--formats text,json,table]`.
 * Prints a Markdown table: the most resident memory that the built `stele translate` ever had (only Linux tells), in a
 * first run against a pretended DeepL on loopback and the same again, which sends nothing; and what a sentence more takes.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startFaultsServer } from "../faults/faults-server.ts";
import { followMemory } from "../long/peak-memory.ts";

const STELE = fileURLToPath(new URL("../../apps/cli/bin/stele.js", import.meta.url));
/** The budget, and the number of sentences that it is for. */
const MOST_MB = 250;
const AT_SENTENCES = 100_000;

const { values } = parseArgs({
  options: {
    sentences: { type: "string", default: "20000,100000,200000" },
    formats: { type: "string", default: "text,json,table" },
  },
});
const sizes = values.sentences.split(",").map(Number);

async function main(): Promise<void> {
  console.log(`| format, run | ${sizes.map((size) => `${size} sentences, MB`).join(" | ")} | bytes a sentence more |`);
  console.log(`| --- | ${sizes.map(() => "---:").join(" | ")} | ---: |`);
  for (const format of values.formats.split(",")) {
    const runs: (readonly number[])[] = [];
    for (const size of sizes) runs.push(await peaks(format, size));
    print(
      `${format}, first`,
      runs.map(([first = 0]) => first),
    );
    print(
      `${format}, again`,
      runs.map(([, again = 0]) => again),
    );
  }
}

function print(what: string, megabytes: readonly number[]): void {
  const [least, most] = [sizes.indexOf(Math.min(...sizes)), sizes.indexOf(Math.max(...sizes))];
  const more = ((megabytes[most] ?? 0) - (megabytes[least] ?? 0)) * 1024 * 1024;
  const growth = more / Math.max(1, (sizes[most] ?? 0) - (sizes[least] ?? 0));
  console.log(`| ${what} | ${megabytes.map((peak) => peak.toFixed(0)).join(" | ")} | ${growth.toFixed(0)} |`);
  const holds = sizes.every((size, index) => size > AT_SENTENCES || (megabytes[index] ?? 0) <= MOST_MB);
  if (!holds) process.exitCode = 8;
}

/** Of a first run and of the same again. */
async function peaks(format: string, size: number): Promise<readonly number[]> {
  const home = mkdtempSync(join(tmpdir(), "stele-bench-"));
  const server = await startFaultsServer();
  try {
    writeFileSync(join(home, "book.txt"), textOf(size));
    const first = await run(home, { format, url: server.url });
    return [first, await run(home, { format, url: server.url })];
  } finally {
    await server.close();
    rmSync(home, { recursive: true });
  }
}

function run(home: string, { format, url }: { readonly format: string; readonly url: string }): Promise<number> {
  const wishes = ["--to", "ko", "--engine", "deepl", "--context", "none", "--format", format, "--yes"];
  const argv = [STELE, "translate", "book.txt", ...wishes, "-o", "book.out"];
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, DEEPL_API_KEY: "bench:fx", DEEPL_SERVER_URL: url };
  const child = spawn(process.execPath, argv, { cwd: home, env, stdio: "ignore" });
  const peak = followMemory(child);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => (code === 0 ? resolve(peak() ?? 0) : reject(new Error(`it ended with ${code}`))));
  });
}

/** Sentences of which no two are alike, four a paragraph. */
function textOf(size: number): string {
  const sentences = Array.from(
    { length: size },
    (_, at) => `The keeper of lighthouse ${at + 10} writes about the weather.`,
  );
  const starts = Array.from({ length: Math.ceil(size / 4) }, (_, at) => at * 4);
  return starts.map((start) => sentences.slice(start, start + 4).join(" ")).join("\n\n");
}

await main();
