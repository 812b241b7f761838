/**
 * Prints how long the aligner takes and how much memory it needs.
 *
 *   npx tsx tests/bench/speed-align.ts [--gold FILE] [--large] [--only N]
 *
 * Each size runs in a process of its own, so that the memory is its own. The text is that of FILE (a set in the format
 * of the gold) or of tests/gold/align, repeated; --large adds 100,000 sentences. The built package is measured.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createAligner } from "@stele/align";
import { parseLanguageTag } from "@stele/model";

const { values: flags } = parseArgs({
  options: { gold: { type: "string" }, large: { type: "boolean" }, only: { type: "string" } },
});
const started = performance.now();

if (flags.only === undefined) startAll();
else if (flags.only === "fixed") await measureFixed();
else await measure(Number(flags.only));

function startAll(): void {
  console.log("what".padEnd(34), "  wall s", "   cpu s", " peak MB");
  const sizes = ["30", "1000", "fixed", "15000", ...(flags.large === true ? ["100000"] : [])];
  for (const only of sizes) {
    const given = [
      fileURLToPath(import.meta.url),
      "--only",
      only,
      ...(flags.gold === undefined ? [] : ["--gold", flags.gold]),
    ];
    const run = spawnSync(process.execPath, [...process.execArgv, ...given], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (run.status !== 0) process.exitCode = 1;
  }
}

function readSides(count: number) {
  const file = flags.gold ?? fileURLToPath(new URL("../gold/align/passages-en-ko.json", import.meta.url));
  const set = JSON.parse(readFileSync(file, "utf8")) as {
    src: string;
    tgt: string;
    documents: { src: string[]; tgt: string[] }[];
  };
  const source = set.documents.flatMap((one) => one.src);
  const target = set.documents.flatMap((one) => one.tgt);
  const repeat = (side: readonly string[], length: number): string[] =>
    Array.from({ length }, (_, k) => side[k % side.length] ?? "");
  return {
    source: repeat(source, count),
    target: repeat(target, Math.round((count * target.length) / source.length)),
    options: { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) },
  };
}

function openAligner() {
  return createAligner({ vectors: readFileSync(createRequire(import.meta.url).resolve("@stele/align/vectors.bin")) });
}

async function measure(count: number): Promise<void> {
  const { source, target, options } = readSides(count);
  const aligner = openAligner();
  await aligner.align(source.slice(0, 30), target.slice(0, 30), options);
  if (count === 30) print("first alignment, process included", performance.now() - started, process.cpuUsage().user);
  for (let warm = 0; count === 30 && warm < 20; warm++) await aligner.align(source, target, options);
  const wall = performance.now();
  const cpu = process.cpuUsage();
  await aligner.align(source, target, options);
  print(`${source.length} x ${target.length}`, performance.now() - wall, process.cpuUsage(cpu).user);
}

/** A correction in the middle of 10,000 rows: the previous beads are one to one, their scores those of a sure text. */
async function measureFixed(): Promise<void> {
  const { source, options } = readSides(10_000);
  const { target } = readSides(10_000);
  const rows = Math.min(source.length, target.length);
  const previous = Array.from({ length: rows }, (_, k) => ({
    source: [k, k + 1] as const,
    target: [k, k + 1] as const,
    score: k % 20 === 0 ? 0.99 : 0.5,
    lowScore: false,
  }));
  const middle = rows / 2 + 5;
  const fixed = [{ source: [middle, middle + 1], target: [middle, middle + 2], score: null, lowScore: false }] as const;
  const aligner = openAligner();
  const run = () => aligner.align(source.slice(0, rows), target.slice(0, rows), { ...options, previous, fixed });
  for (let warm = 0; warm < 10; warm++) await run();
  const wall = performance.now();
  const cpu = process.cpuUsage();
  await run();
  print("one fixed bead among 10,000 rows", performance.now() - wall, process.cpuUsage(cpu).user);
}

function print(what: string, wallMs: number, cpuMicros: number): void {
  const seconds = (value: number): string => value.toFixed(3).padStart(8);
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8);
  console.log(what.padEnd(34), seconds(wallMs / 1000), seconds(cpuMicros / 1e6), peak);
}
