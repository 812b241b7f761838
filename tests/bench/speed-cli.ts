/**
 * How long the command line takes to start: the median of several runs of the built command, in milliseconds.
 * Run by itself with tsx, or as a part of `npm run bench:speed`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const STELE = fileURLToPath(new URL("../../apps/cli/bin/stele.js", import.meta.url));
const SAMPLE = (language: string): string =>
  fileURLToPath(new URL(`../../samples/night-train/night-train.${language}.txt`, import.meta.url));
const RUNS = 9;

const COMMANDS: readonly (readonly [what: string, args: readonly string[]])[] = [
  ["stele --help", ["--help"]],
  ["stele segment, one article", ["segment", SAMPLE("en")]],
  ["stele align, one article, vectors loaded", ["align", SAMPLE("en"), SAMPLE("ko")]],
];

function milliseconds(args: readonly string[]): number {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [STELE, ...args], { stdio: "ignore" });
  if (status !== 0) throw new Error(`stele ${args.join(" ")} ended with ${status}`);
  return performance.now() - started;
}

console.log("\n| command, in a fresh process | median of 9, ms |\n|---|---|");
for (const [what, args] of COMMANDS) {
  const times = Array.from({ length: RUNS }, () => milliseconds(args)).sort((a, b) => a - b);
  console.log(`| ${what} | ${Math.round(times[Math.floor(RUNS / 2)] ?? 0)} |`);
}
