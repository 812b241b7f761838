import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IndexBead } from "@stele/align/evaluate";

/** A chapter: its sentences on both sides and the beads set by hand. */
export interface Chapter {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly gold: readonly IndexBead[];
}

interface GoldFile {
  readonly documents: readonly { readonly src: string[]; readonly tgt: string[]; readonly gold: IndexBead[] }[];
}

const ROOT = new URL("../../../", import.meta.url);
const HEADING: Readonly<Record<string, (number: number) => string>> = {
  en: (number) => `Chapter ${number}`,
  ko: (number) => `제${number}장`,
  zh: (number) => `第${number}章`,
};

/** The passages and samples of this repository as the chapters of a book, each under a heading with its number. */
export function readChapters(pair: string): readonly Chapter[] {
  const samples = readdirSync(new URL("samples/", ROOT)).map((name) => `samples/${name}/gold-${pair}.json`);
  const files = [`tests/gold/align/passages-${pair}.json`, ...samples].map((path) => new URL(path, ROOT));
  const documents = files
    .filter((file) => existsSync(file))
    .flatMap((file) => (JSON.parse(readFileSync(file, "utf8")) as GoldFile).documents);
  const [from = "", to = ""] = pair.split("-");
  return documents.map(({ src, tgt, gold }, index) =>
    join([
      pairOf(HEADING[from]?.(index + 1) ?? "", HEADING[to]?.(index + 1) ?? ""),
      { source: src, target: tgt, gold },
    ]),
  );
}

/** One sentence that answers one. */
export function pairOf(source: string, target: string): Chapter {
  return { source: [source], target: [target], gold: [[[0], [0]]] };
}

/** Sentences that only one side has. */
export function alone(side: "source" | "target", sentences: readonly string[]): Chapter {
  const gold = sentences.map((_, k): IndexBead => (side === "source" ? [[k], []] : [[], [k]]));
  return { source: [], target: [], [side]: sentences, gold };
}

/** One after another. */
export function join(parts: readonly Chapter[]): Chapter {
  const source: string[] = [];
  const target: string[] = [];
  const gold: IndexBead[] = [];
  for (const part of parts) {
    const [i, j] = [source.length, target.length];
    gold.push(...part.gold.map(([s, t]): IndexBead => [s.map((k) => k + i), t.map((k) => k + j)]));
    source.push(...part.source);
    target.push(...part.target);
  }
  return { source, target, gold };
}
