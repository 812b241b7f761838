/**
 * Memory of translating a book: `npm run bench:memory -- [--sentences 20000,100000,200000] [--ways "text;markdown"]`.
 * Prints a Markdown table: the most resident memory that the built `stele translate` ever had (only Linux tells), in a
 * first run against a pretended DeepL on loopback and the same again, which sends nothing; and what a sentence more
 * takes.
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

/** What is translated, and how: the input's extension, and the options beside engine and context. */
interface Way {
  readonly input: "txt" | "md" | "html";
  readonly options: readonly string[];
}

const WAYS: Readonly<Record<string, Way>> = {
  text: { input: "txt", options: ["--to", "ko", "-o", "book.out"] },
  json: { input: "txt", options: ["--to", "ko", "--format", "json", "-o", "book.out"] },
  table: { input: "txt", options: ["--to", "ko", "--format", "table", "-o", "book.out"] },
  markdown: { input: "md", options: ["--to", "ko", "-o", "translated.md"] },
  html: { input: "html", options: ["--to", "ko", "-o", "translated.md"] },
  "two languages": { input: "txt", options: ["--to", "ko,zh-Hans"] },
  "two languages, json": { input: "txt", options: ["--to", "ko,zh-Hans", "--format", "json", "-o", "book.out"] },
};

const { values } = parseArgs({
  options: {
    sentences: { type: "string", default: "20000,100000,200000" },
    ways: { type: "string", default: Object.keys(WAYS).join(";") },
  },
});
const sizes = values.sentences.split(",").map(Number);

async function main(): Promise<void> {
  console.log(`| what, run | ${sizes.map((size) => `${size} sentences, MB`).join(" | ")} | bytes a sentence more |`);
  console.log(`| --- | ${sizes.map(() => "---:").join(" | ")} | ---: |`);
  for (const name of values.ways.split(";")) {
    const way = WAYS[name];
    if (way === undefined) throw new Error(`no way is called ${name}`);
    const runs: (readonly number[])[] = [];
    for (const size of sizes) runs.push(await peaks(way, size));
    print(
      `${name}, first`,
      runs.map(([first = 0]) => first),
    );
    print(
      `${name}, again`,
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
async function peaks(way: Way, size: number): Promise<readonly number[]> {
  const home = mkdtempSync(join(tmpdir(), "stele-bench-"));
  const server = await startFaultsServer();
  try {
    writeFileSync(join(home, `book.${way.input}`), bookOf(size, way.input));
    const first = await run(home, way, server.url);
    return [first, await run(home, way, server.url)];
  } finally {
    await server.close();
    rmSync(home, { recursive: true });
  }
}

function run(home: string, { input, options }: Way, url: string): Promise<number> {
  const wishes = ["--from", "en", "--engine", "deepl", "--context", "none", "--yes", ...options];
  const argv = [STELE, "translate", `book.${input}`, ...wishes];
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, DEEPL_API_KEY: "bench:fx", DEEPL_SERVER_URL: url };
  const child = spawn(process.execPath, argv, { cwd: home, env, stdio: "ignore" });
  const peak = followMemory(child);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => (code === 0 ? resolve(peak() ?? 0) : reject(new Error(`it ended with ${code}`))));
  });
}

/** Sentences of which no two are alike, four a paragraph. */
function bookOf(size: number, input: Way["input"]): string {
  const sentences = Array.from(
    { length: size },
    (_, at) => `The keeper of lighthouse ${at + 10} writes about the weather.`,
  );
  const starts = Array.from({ length: Math.ceil(size / 4) }, (_, at) => at * 4);
  const paragraphs = starts.map((start) => sentences.slice(start, start + 4).join(" "));
  if (input !== "html") return paragraphs.join("\n\n");
  return `<!doctype html><html lang="en"><body><article><p>${paragraphs.join("</p>\n<p>")}</p></article></body></html>`;
}

await main();
