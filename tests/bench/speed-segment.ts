/**
 * How fast `@stele/segment` is: characters a second in three languages beside Intl.Segmenter (and beside sbd and
 * wink-nlp where somebody installed them), hostile texts, and whether 100 MB take a hundred times what 1 MB takes.
 * Run by itself with tsx, or as a part of `npm run bench:speed`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { LanguageTag } from "@stele/model";
import { segment } from "@stele/segment";
import { readTable, TABLES } from "../../packages/segment/test/tables.ts";

type Segmenter = (text: string) => unknown;

const MEGA = 1_000_000;
/** Passes over each set of texts; the best counts, as the machine may be busy. */
const PASSES = 60;
const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
  ["no full stop", "word "],
  ["one word", "a"],
  ["full stops", "."],
  ["spaced full stops", ". "],
  ["straight quotes", '"'],
  ["opening quotes", "“"],
  ["opening quotes and stops", "“. "],
  ["opening brackets", "("],
  ["brackets and stops", "(. A "],
  ["Mr.", "Mr. "],
  ["initials", "A. "],
  ["line breaks", "a\n"],
  ["references", ".[1"],
  ["list markers", "1. "],
  ["Korean endings", "했어요 "],
  ["laughter", "ㅋㅋ "],
  ["emoji", "😀 "],
  ["Chinese quotes", "“。"],
];

/** Copies whose hash and shape no engine has seen: V8 keeps the results of regular expressions by string. */
function fresh(texts: readonly string[]): readonly string[] {
  return texts.map((text) => Buffer.from(text, "utf16le").toString("utf16le"));
}

function charactersPerSecond(texts: readonly string[], segmenter: Segmenter): number {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  let best = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const copies = fresh(texts);
    const started = performance.now();
    for (const text of copies) segmenter(text);
    best = Math.max(best, (characters / (performance.now() - started)) * 1000);
  }
  return best;
}

/** The texts of one language: documents of the sets in `folder`, or the project's tables several times over. */
function textsOf(name: string, folder: string | undefined): readonly string[] {
  if (folder === undefined) {
    const table = readTable(name).map(({ text }) => text);
    return Array.from({ length: 20 }, () => table.join(name === "zh" ? "" : " "));
  }
  const file = readdirSync(folder).find((entry) => new RegExp(`news-${name}\\.json$`).test(entry));
  if (file === undefined) return [];
  const set: { documents: { text: string }[] } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return set.documents.map(({ text }) => text);
}

/** Packages that are no dependency of the project: measured where they can be found. */
async function peersOf(name: string): Promise<readonly (readonly [string, Segmenter])[]> {
  const intl = new Intl.Segmenter(name, { granularity: "sentence" });
  const peers: [string, Segmenter][] = [["Intl.Segmenter", (text) => [...intl.segment(text)]]];
  if (name === "zh") return peers;
  const sbd = await optional("sbd");
  if (sbd !== undefined) peers.push(["sbd", sbd.sentences as Segmenter]);
  return peers;
}

async function optional(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    const loaded: { default?: Record<string, unknown> } = await import(name);
    return loaded.default;
  } catch {
    return undefined;
  }
}

async function printSpeeds(folder: string | undefined): Promise<void> {
  console.log("| language | segmenter | million characters a second |\n| --- | --- | --- |");
  for (const [name, language] of TABLES) {
    const texts = textsOf(name, folder);
    const all = [["stele", steleIn(language)] as const, ...(await peersOf(name))];
    for (const [peer, segmenter] of all) {
      console.log(`| ${name} | ${peer} | ${(charactersPerSecond(texts, segmenter) / MEGA).toFixed(1)} |`);
    }
  }
}

function steleIn(language: LanguageTag): Segmenter {
  return (text) => segment(text, { language });
}

function printHostile(): void {
  console.log("\n| hostile text, 1 MB | slowest of three languages, ms of processor time |\n| --- | --- |");
  for (const [name, piece] of HOSTILE) {
    const text = piece.repeat(Math.ceil(MEGA / piece.length));
    const times = TABLES.map(([, language]) => timed(() => segment(text, { language })));
    console.log(`| ${name} | ${Math.max(...times).toFixed(0)} |`);
  }
}

function printLinearity(folder: string | undefined): void {
  console.log("\n| text, million characters | en, s of processor time | ko | zh |\n| --- | --- | --- | --- |");
  const bases = TABLES.map(([name, language]) => ({ language, text: `${textsOf(name, folder).join("\n\n")}\n\n` }));
  for (const size of [1, 10, 100]) {
    const seconds = bases.map(({ language, text }) => {
      const long = text.repeat(Math.ceil((size * MEGA) / text.length));
      return (timed(() => segment(long, { language })) / 1000).toFixed(2);
    });
    console.log(`| ${size} | ${seconds.join(" | ")} |`);
  }
}

/** Milliseconds of processor time, garbage collection included: other work on the machine does not count. */
function timed(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** Prints the three tables; `folder` holds sets with news texts, without it the project's own tables are the texts. */
export async function measureSegmentSpeed(folder?: string): Promise<void> {
  await printSpeeds(folder);
  printHostile();
  printLinearity(folder);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { gold: { type: "string" } } });
  await measureSegmentSpeed(values.gold);
}
