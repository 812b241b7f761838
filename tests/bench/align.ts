/**
 * Prints strict and lax F1 of the aligner on gold alignments.
 *
 *   npm run bench:align -- [--gold DIR] [--shapes] [--without-vectors] [--without-blocks] [--calibration] [--errors]
 *
 * Without --gold: the samples (with the blocks of their texts), the passages and the novels of this repository. DIR
 * holds files `{ name, src, tgt, documents: [{ id, src: […], tgt: […], gold: [[[i…], [j…]], …] }] }`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createAligner } from "@stele/align";
import {
  compareAlignments,
  coverageFaults,
  evaluateAlignment,
  type IndexBead,
  type JudgedDocument,
  recallByShape,
} from "@stele/align/evaluate";
import { type Bead, parseLanguageTag } from "@stele/model";
import { segment } from "@stele/segment";

interface GoldDocument {
  readonly id: string;
  readonly src: readonly string[];
  readonly tgt: readonly string[];
  readonly gold: readonly IndexBead[];
}

interface GoldSet {
  readonly name: string;
  readonly src: string;
  readonly tgt: string;
  readonly documents: readonly GoldDocument[];
}

interface Judged {
  readonly documents: readonly JudgedDocument[];
  readonly beads: readonly (readonly Bead[])[];
}

const { values: flags } = parseArgs({
  options: {
    gold: { type: "string", multiple: true },
    shapes: { type: "boolean" },
    "without-vectors": { type: "boolean" },
    calibration: { type: "boolean" },
    "without-blocks": { type: "boolean" },
    errors: { type: "boolean" },
    vs: { type: "boolean" },
  },
});
const root = fileURLToPath(new URL("../..", import.meta.url));
const vectors = readFileSync(createRequire(import.meta.url).resolve("@stele/align/vectors.bin"));
const aligner = createAligner(flags["without-vectors"] === true ? {} : { vectors });
const judged: Judged[] = [];

console.log("set".padEnd(30), "strict", "  lax", " 1-0 and 0-1 found", "  sentences", "   s");
const own = ["samples", "tests/gold/align", "tests/gold/novels"].map((path) => join(root, path));
for (const file of (flags.gold ?? own).flatMap(goldFiles)) {
  const set = JSON.parse(readFileSync(file, "utf8")) as GoldSet;
  const start = performance.now();
  const result = await judge(set, file);
  judged.push(result);
  printSet(set, result.documents, (performance.now() - start) / 1000);
}
if (flags.calibration === true) printCalibration(judged);

function goldFiles(path: string): string[] {
  if (statSync(path).isFile()) return /gold|passages|dev|test/u.test(path) && path.endsWith(".json") ? [path] : [];
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => goldFiles(join(path, name)));
}

async function judge(set: GoldSet, file: string): Promise<Judged> {
  const options = { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) };
  const documents: JudgedDocument[] = [];
  const all: (readonly Bead[])[] = [];
  for (const { id, src, tgt, gold } of set.documents) {
    const blocks = flags["without-blocks"] === true ? undefined : readBlocks(set, { id, file });
    const { beads } = await aligner.align(src, tgt, { ...options, ...(blocks !== undefined && { blocks }) });
    const found = beads.map((bead): IndexBead => [indexes(bead.source), indexes(bead.target)]);
    const faults = coverageFaults(found, { source: src.length, target: tgt.length });
    if (faults.source.length + faults.target.length > 0) throw new Error(`${set.name} ${id}: not covered exactly once`);
    if (flags.errors === true) printErrors({ src, tgt }, gold, beads);
    documents.push({ gold, found });
    all.push(beads);
  }
  return { documents, beads: all };
}

/** The blocks of a sample, whose three texts stand beside its gold. */
function readBlocks({ src, tgt, documents }: GoldSet, { id, file }: { readonly id: string; readonly file: string }) {
  const document = documents.find((one) => one.id === id);
  const texts = [src, tgt].map((language) => join(dirname(file), `${id}.${language.slice(0, 2)}.txt`));
  const [sourceFile = "", targetFile = ""] = texts;
  if (document === undefined || !texts.every((text) => existsSync(text))) return undefined;
  const source = blocksOf(sourceFile, document.src, src);
  const target = blocksOf(targetFile, document.tgt, tgt);
  return {
    source: source.map(({ index }) => index),
    target: target.map(({ index }) => index),
    kinds: { source: source.map(({ kind }) => kind), target: target.map(({ kind }) => kind) },
  };
}

/** The block that each gold sentence begins in, as the segmenter sees the text. */
function blocksOf(file: string, sentences: readonly string[], language: string) {
  const text = readFileSync(file, "utf8");
  const { blocks } = segment(text, { language: parseLanguageTag(language) });
  let at = 0;
  return sentences.map((sentence) => {
    const start = text.indexOf(sentence, at);
    const index = blocks.findIndex((block) => start >= block.start && start < block.end);
    const block = blocks[index];
    if (start < 0 || block === undefined) throw new Error(`${file} does not hold "${sentence}" in its place`);
    at = start + sentence.length;
    return { index, kind: block.kind };
  });
}

function indexes([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

function printSet(set: GoldSet, documents: readonly JudgedDocument[], seconds: number): void {
  const { strict, lax } = evaluateAlignment(documents);
  const shapes = recallByShape(documents);
  const alone = shapes.filter(({ shape }) => shape === "1-0" || shape === "0-1");
  const count = (key: "found" | "all"): number => alone.reduce((sum, shape) => sum + shape[key], 0);
  const sentences = set.documents.reduce((sum, one) => sum + one.src.length, 0);
  const lonely = `${count("found")} of ${count("all")}`;
  const cells = [strict.f1.toFixed(4), lax.f1.toFixed(4), lonely.padStart(18), String(sentences).padStart(11)];
  console.log(set.name.padEnd(30), ...cells, seconds.toFixed(1).padStart(5));
  if (flags.shapes === true) {
    for (const { shape, found, all } of shapes) console.log(`  ${shape}  ${found} of ${all}`);
  }
  if (flags.vs === true && documents.length > 1) {
    const onlyPlain = documents.map(({ gold }) => ({ gold, found: gold.filter(([s, t]) => s.length + t.length <= 2) }));
    const { difference, low, high } = compareAlignments(documents, onlyPlain);
    console.log(
      `  against the gold's 1-1 beads alone: ${difference.toFixed(4)} (${low.toFixed(4)} .. ${high.toFixed(4)})`,
    );
  }
}

/** Prints the beads that the gold does not hold, and the gold's that were missed. */
function printErrors(
  { src, tgt }: Pick<GoldDocument, "src" | "tgt">,
  gold: readonly IndexBead[],
  beads: readonly Bead[],
): void {
  const right = new Set(gold.map(([s, t]) => `${s}:${t}`));
  const found = new Set(beads.map(({ source, target }) => `${indexes(source)}:${indexes(target)}`));
  const print = (mark: string, [s, t]: IndexBead, score = ""): void => {
    console.log(
      ` ${mark} ${s.length}-${t.length} ${score}\n    ${s.map((i) => src[i]).join(" | ")}\n    ${t.map((j) => tgt[j]).join(" | ")}`,
    );
  };
  for (const { source, target, score } of beads) {
    const bead: IndexBead = [indexes(source), indexes(target)];
    if (!right.has(`${bead[0]}:${bead[1]}`)) print("wrong ", bead, score?.toFixed(2));
  }
  for (const bead of gold) if (!found.has(`${bead[0]}:${bead[1]}`)) print("missed", bead);
}

/** Of the beads scored about p, how many are right; and what lowScore catches. Only beads of two sides have a score. */
function printCalibration(sets: readonly Judged[]): void {
  const rows = sets.flatMap(({ documents, beads }) =>
    documents.flatMap(({ gold, found }, index) => {
      const right = new Set(gold.map(([s, t]) => `${s}:${t}`));
      const half = index % 2;
      return (beads[index] ?? []).map((bead, k) => {
        return { bead, half, isRight: right.has(`${found[k]?.[0]}:${found[k]?.[1]}`) };
      });
    }),
  );
  console.log("\nscore        beads  mean score  right");
  for (let k = 0; k < 10; k++) {
    const bin = rows.filter(({ bead }) => bead.score !== null && Math.min(9, Math.floor(bead.score * 10)) === k);
    if (bin.length === 0) continue;
    const mean = bin.reduce((sum, { bead }) => sum + (bead.score ?? 0), 0) / bin.length;
    const right = bin.filter(({ isRight }) => isRight).length / bin.length;
    const range = `${(k / 10).toFixed(1)}–${((k + 1) / 10).toFixed(1)}`;
    console.log(
      range.padEnd(10),
      String(bin.length).padStart(7),
      mean.toFixed(3).padStart(11),
      right.toFixed(3).padStart(6),
    );
  }
  for (const half of [undefined, 0, 1]) {
    const some = half === undefined ? rows : rows.filter((row) => row.half === half);
    const wrong = some.filter(({ isRight }) => !isRight);
    const marks = `marks ${percent(some)} % of the rows and catches ${percent(wrong)} % of the ${wrong.length} wrong beads`;
    console.log(half === undefined ? "lowScore" : `  of documents number ${half}, ${half + 2}, ${half + 4} …`, marks);
  }
}

function percent(some: readonly { readonly bead: Bead }[]): string {
  return ((100 * some.filter(({ bead }) => bead.lowScore).length) / Math.max(1, some.length)).toFixed(1);
}
