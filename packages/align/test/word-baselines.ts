import { readFileSync } from "node:fs";
import type { SentenceWordLink } from "@stele/align";
import type { GoldWords, JudgedWords } from "@stele/align/evaluate";
import { type LanguageTag, parseLanguageTag } from "@stele/model";
import type { Vectors } from "../src/vectors/read-vectors.ts";
import { cutWords } from "../src/words/cut-words.ts";
import { linkWords } from "../src/words/link-words.ts";
import { type ReadWords, readWords } from "../src/words/read-words.ts";
import { compareWords } from "../src/words/word-likeness.ts";

/** Two languages. */
interface Languages {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
}

/** The sentences of `tests/gold/words` whose words were linked by hand. */
export function readWordGold(pair: string): { languages: Languages; pairs: readonly GoldWords[] } {
  const file = new URL(`../../../tests/gold/words/${pair}.json`, import.meta.url);
  const gold: { source: string; target: string; pairs: GoldWords[] } = JSON.parse(readFileSync(file, "utf8"));
  const languages = { source: parseLanguageTag(gold.source), target: parseLanguageTag(gold.target) };
  return { languages, pairs: gold.pairs };
}

/** A way to link words. */
export type Linker = (vectors: Vectors, gold: GoldWords, languages: Languages) => readonly SentenceWordLink[];

/** Ours, and what it is measured against: equal words, and words that are each other's nearest. */
export const LINKERS: Readonly<Record<"stele" | "exact" | "mutual", Linker>> = {
  stele: (vectors, { source, target }, languages) => linkWords(vectors, { source, target }, languages),
  exact: (_, gold, languages) => {
    const sides = readBoth(undefined, gold, languages);
    const isEqual = (i: number, j: number): boolean => textAt(sides[0], i) === textAt(sides[1], j);
    return linksWhere(sides, isEqual);
  },
  mutual: (vectors, gold, languages) => {
    const sides = readBoth(vectors, gold, languages);
    const likeness = compareWords(vectors, ...sides);
    const width = sides[1].words.length;
    const at = (i: number, j: number): number => likeness[i * width + j] ?? 0;
    const isNearest = (i: number, j: number): boolean =>
      at(i, j) > 0 &&
      sides[1].words.every((_, other) => at(i, other) <= at(i, j)) &&
      sides[0].words.every((_, other) => at(other, j) <= at(i, j));
    return linksWhere(sides, isNearest);
  },
};

/** What a linker finds in each of the sentences. */
export function judgeLinker(linker: Linker, vectors: Vectors, gold: ReturnType<typeof readWordGold>): JudgedWords[] {
  return gold.pairs.map((pair) => ({ gold: pair, found: linker(vectors, pair, gold.languages) }));
}

function readBoth(vectors: Vectors | undefined, gold: GoldWords, languages: Languages): [ReadWords, ReadWords] {
  const read = (side: "source" | "target"): ReadWords =>
    readWords(vectors, gold[side], { spans: cutWords(gold[side], languages[side]), language: languages[side] });
  return [read("source"), read("target")];
}

function textAt({ words }: ReadWords, index: number): string {
  return words[index]?.text ?? "";
}

function linksWhere(
  [source, target]: readonly [ReadWords, ReadWords],
  isLinked: (i: number, j: number) => boolean,
): SentenceWordLink[] {
  return source.words.flatMap(({ start, end }, i) =>
    target.words.flatMap((other, j) =>
      isLinked(i, j)
        ? [{ source: [{ start, end }], target: [{ start: other.start, end: other.end }], confidence: 1 }]
        : [],
    ),
  );
}
