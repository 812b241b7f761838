/**
 * Pages made to break a reader: `npx tsx tests/bench/hostile-pages.ts`. Prints a Markdown table: seconds of processor
 * time to read each at two sizes, or to refuse it, in a fresh process each.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readArticle } from "@stele/formats";

const SIZES = [120_000, 1_000_000];

const PAGES: Readonly<Record<string, (size: number) => string>> = {
  "`&`": (size) => many("&", size),
  "`<`": (size) => many("<", size),
  "`</p>`": (size) => many("</p>", size),
  "`<p>`": (size) => many("<p>", size),
  "`<p>a`": (size) => many("<p>a", size),
  "`<li>a`": (size) => many("<li>a", size),
  "`a<br>`": (size) => many("a<br>", size),
  "`a<i></i>`": (size) => many("a<i></i>", size),
  "`<h1>a</h1>`": (size) => many("<h1>a</h1>", size),
  "`<div>` in each other": (size) => many("<div>", size),
  "500 `<div>`, in them `<p>a`": (size) => "<div>".repeat(500) + many("<p>a", size),
  "400 `<b>`, in them `<p>a</p>`": (size) => "<b>".repeat(400) + many("<p>a</p>", size),
  attributes: (size) => `<div ${Array.from({ length: size / 8 }, (_, at) => `a${at}=b`).join(" ")}>a</div>`,
  "an attribute without end": (size) => `<div a="${many("x ", size)}`,
  "`<!--`": (size) => many("<!--", size),
  "`&amp;`": (size) => many("&amp;", size),
  "`<table>` in each other": (size) => many("<table><tr><td>", size),
  "paragraphs of a book": (size) => many("<p>Rain fell in the harbour, and the keeper wrote it down.</p>", size),
};

const { values } = parseArgs({ options: { page: { type: "string" }, size: { type: "string", default: "0" } } });

async function main(): Promise<void> {
  if (values.page !== undefined) return console.log(await secondsOf(values.page, Number(values.size)));
  console.log(`| page of | ${SIZES.map((size) => `${size / 1000} kB, s`).join(" | ")} |`);
  console.log(`| --- | ${SIZES.map(() => "---:").join(" | ")} |`);
  for (const name of Object.keys(PAGES))
    console.log(`| ${name} | ${SIZES.map((size) => run(name, size)).join(" | ")} |`);
}

/** In a process of its own: what one page left behind is not collected at another's cost. */
function run(name: string, size: number): string {
  const file = fileURLToPath(import.meta.url);
  const argv = [...process.execArgv, file, "--page", name, "--size", String(size)];
  return spawnSync(process.execPath, argv, { encoding: "utf8" }).stdout.trim();
}

async function secondsOf(name: string, size: number): Promise<string> {
  const bytes = new TextEncoder().encode(PAGES[name]?.(size) ?? "");
  await readArticle(new TextEncoder().encode("<p>a</p>"), { name: "a.html" });
  const start = process.cpuUsage();
  await readArticle(bytes, { name: "a.html" }).catch(() => undefined);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(2);
}

function many(text: string, size: number): string {
  return text.repeat(Math.ceil(size / text.length));
}

await main();
