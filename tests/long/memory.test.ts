import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Library, type MemoryUnit, openLibrary } from "@stele/library";
import { describe, expect, it } from "vitest";
import { randomNumbers } from "./random-numbers.ts";

/** Words by Zipf's law, so that the index meets frequent and rare ones as in real text. */
const VOCABULARY = 60_000;
const HAN_FIRST = 0x4e00;
const HAN_COUNT = 3500;

const random = randomNumbers(7);
const zipf = (count: number): number => Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count))));
const letters = (rank: number): string =>
  rank.toString(26).replace(/./g, (digit) => "etaoinshrdlucmfwygpbvkxqjz"[Number.parseInt(digit, 26)] ?? "");
const englishWord = (): string => letters(zipf(VOCABULARY));
const hanCharacter = (): string => String.fromCharCode(HAN_FIRST + zipf(HAN_COUNT));
const english = (): string[] => Array.from({ length: 6 + Math.floor(random() * 28) }, englishWord);
const chinese = (): string[] => Array.from({ length: 10 + Math.floor(random() * 40) }, hanCharacter);

function* units(count: number): Iterable<MemoryUnit> {
  for (let number = 0; number < count; number += 1) {
    const source = { language: "en", text: `${english().join(" ")}.` } as const;
    yield { source, target: { language: "zh-Hans", text: `${chinese().join("")}。` }, standing: "human" };
  }
}

/** A text of the memory with one word in eight exchanged. */
function changed(text: string, isChinese: boolean): string {
  const parts = isChinese ? [...text] : text.split(" ");
  const edits = Math.max(1, Math.floor(parts.length / 8));
  for (let edit = 0; edit < edits; edit += 1) {
    parts[Math.floor(random() * parts.length)] = isChinese ? hanCharacter() : englishWord();
  }
  return parts.join(isChinese ? "" : " ");
}

function sample(library: Library, every: number): readonly [string, string][] {
  const texts: [string, string][] = [];
  let index = 0;
  for (const { source, target } of library.memory.units()) {
    if (index % every === 0) texts.push([source.text, target.text]);
    index += 1;
  }
  return texts;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

function ask(
  library: Library,
  pairs: readonly [string, string][],
  isChinese: boolean,
): { found: number; times: number[] } {
  const times: number[] = [];
  let found = 0;
  for (const [one, other] of pairs) {
    const [text, counterpart] = isChinese ? [other, one] : [one, other];
    const query = changed(text, isChinese);
    const [source, target] = isChinese ? (["zh-Hans", "en"] as const) : (["en", "zh-Hans"] as const);
    const start = performance.now();
    const matches = library.memory.find({ text: query, source, target, minScore: 0.75, limit: 5 });
    times.push(performance.now() - start);
    if (matches.some((match) => match.target === counterpart)) found += 1;
  }
  return { found, times };
}

/** Looks up words of the memory, frequent and rare, without and with a filter by language. */
function printConcordance(library: Library, count: number, pairs: readonly [string, string][]): void {
  const words = pairs.slice(0, 100).map(([text]) => text.split(" ")[2] ?? "");
  const filters = [
    {},
    { mode: "word" },
    { mode: "anywhere" },
    { language: "en" },
    { language: "en", other: "zh-Hans" },
    { language: "zh-Hans" },
  ] as const;
  for (const filter of filters) {
    const times = words.map((query) => {
      const start = performance.now();
      const hits = library.concordance({ query, limit: 50, ...filter });
      expect(hits.every(({ language }) => !("language" in filter) || language === filter.language)).toBe(true);
      return performance.now() - start;
    });
    const slowest = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
    const name = Object.values(filter).join(" with ") || "any language";
    console.log(
      `${count} units, concordance, ${name}: median ${median(times).toFixed(2)} ms, 95th ${slowest.toFixed(1)} ms`,
    );
  }
}

describe.each([20_000, 1_000_000])("a memory of %d units", (count) => {
  it("finds fuzzy matches; the times are printed", () => {
    const folder = mkdtempSync(join(tmpdir(), "stele-memory-"));
    const file = join(folder, "library.db");
    const library = openLibrary({ file });
    try {
      const start = performance.now();
      library.memory.add(units(count), "long");
      const seconds = (performance.now() - start) / 1000;
      const megabytes = statSync(file).size / 2 ** 20;
      console.log(`${count} units: added in ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
      const pairs = sample(library, Math.ceil(count / 400));
      for (const isChinese of [false, true]) {
        const { found, times } = ask(library, pairs, isChinese);
        const slowest = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
        const name = isChinese ? "zh → en" : "en → zh";
        console.log(
          `${count} units, ${name}: median ${median(times).toFixed(2)} ms, 95th ${slowest.toFixed(1)} ms, ` +
            `found ${found} of ${pairs.length}`,
        );
        expect(found / pairs.length).toBeGreaterThan(0.97);
      }
      printConcordance(library, count, pairs);
    } finally {
      library.close();
      rmSync(folder, { recursive: true });
    }
  });
});
