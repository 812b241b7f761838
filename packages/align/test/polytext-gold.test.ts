import { buildPolytext, createAligner } from "@stele/align";
import type { IndexBead } from "@stele/align/evaluate";
import {
  type Bead,
  type Bitext,
  createArticle,
  createBitext,
  type LanguageTag,
  type Polytext,
  type Side,
} from "@stele/model";
import { describe, expect, it } from "vitest";
import { type Chapter, readChapters } from "./book.ts";
import { vectorsFile } from "./vectors-file.ts";

const PAIRS = ["en-ko", "en-zh", "ko-zh"] as const;
const LANGUAGES: Readonly<Record<string, LanguageTag>> = { en: "en", ko: "ko", zh: "zh-Hans" };
const aligner = createAligner({ vectors: vectorsFile() });

function side(language: LanguageTag, lines: readonly string[]): Side {
  const text = lines.join("\n");
  const article = createArticle({ language, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }] });
  let at = 0;
  const sentences = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, block: 0 };
  });
  return { article, sentences, provenance: { origin: { kind: "file", name: "x" }, standing: "human" } };
}

/** The gold's beads as a person's, so that they never yield. */
function goldBeads(gold: readonly IndexBead[]): Bead[] {
  let [i, j] = [0, 0];
  return gold.map(([source, target]): Bead => {
    const bead = {
      source: [i, i + source.length],
      target: [j, j + target.length],
      score: null,
      lowScore: false,
      fixed: true,
    } as const;
    [i, j] = [bead.source[1], bead.target[1]];
    return bead;
  });
}

interface ThreePairs {
  readonly found: readonly Bitext[];
  readonly gold: readonly Bitext[];
}

async function alignPassage(pairs: readonly Chapter[]): Promise<ThreePairs> {
  const found: Bitext[] = [];
  const gold: Bitext[] = [];
  for (const [index, pair] of PAIRS.entries()) {
    const { source, target, gold: beads } = pairs[index] ?? { source: [], target: [], gold: [] };
    const [from, to] = pair.split("-").map((code) => LANGUAGES[code] ?? "en");
    const options = { source: from ?? "en", target: to ?? "ko" };
    const sides = { source: side(options.source, source), target: side(options.target, target) };
    found.push(createBitext({ ...sides, beads: (await aligner.align(source, target, options)).beads }));
    gold.push(createBitext({ ...sides, beads: goldBeads(beads) }));
  }
  return { found, gold };
}

const endsOf = ({ rows }: Polytext): string[] => rows.map(({ runs }) => runs.map(([, to]) => to).join());

/** How many of the three pairs end a bead at a place. */
function agreeing(pairs: readonly Bitext[], place: string): number {
  const [a, b, c] = place.split(",");
  return [`${a},${b}`, `${a},${c}`, `${b},${c}`].filter((ends, index) =>
    pairs[index]?.beads.some(({ source, target }) => `${source[1]},${target[1]}` === ends),
  ).length;
}

describe("three languages in our own gold", () => {
  it("are in rows that are hardly ever larger than the gold's where two pairs know better than the third", async () => {
    const chapters = PAIRS.map((pair) => readChapters(pair));
    const count = { gold: 0, found: 0, right: 0, larger: 0, lost: 0 };
    for (const index of (chapters[0] ?? []).keys()) {
      const { found, gold } = await alignPassage(
        chapters.map((all) => all[index] ?? { source: [], target: [], gold: [] }),
      );
      const [own, wanted] = [buildPolytext(found), buildPolytext(gold)];
      const runs = new Set(wanted.rows.map((row) => row.runs.join("|")));
      const ends = new Set(endsOf(own));
      const missing = endsOf(wanted).filter((place) => !ends.has(place));
      count.gold += wanted.rows.length;
      count.found += own.rows.length;
      count.right += own.rows.filter((row) => runs.has(row.runs.join("|"))).length;
      count.larger += missing.length;
      count.lost += missing.filter((place) => agreeing(found, place) >= 2).length;
      expect(buildPolytext(own.pairs).rows).toEqual(own.rows);
    }
    console.log(
      `rows of three languages: ${count.right} of the gold's ${count.gold} found exactly, of ${count.found}; ${count.larger} larger, ${count.lost} of them against two pairs`,
    );
    expect(count.lost).toBe(0);
    expect(count.right / count.gold).toBeGreaterThan(0.92);
    expect(count.right / count.found).toBeGreaterThan(0.92);
  }, 60_000);
});
