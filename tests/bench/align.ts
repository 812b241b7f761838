/**
 * Prints strict and lax F1 of the aligner on gold alignments.
 *
 *   npm run bench:align -- [--gold DIR] [--shapes] [--without-vectors] [--calibration]
 *
 * Without --gold: the samples and the passages of this repository. DIR holds files
 * `{ name, src, tgt, documents: [{ id, src: […], tgt: […], gold: [[[i…], [j…]], …] }] }`.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
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
    vs: { type: "boolean" },
  },
});
const root = fileURLToPath(new URL("../..", import.meta.url));
const vectors = readFileSync(createRequire(import.meta.url).resolve("@stele/align/vectors.bin"));
const aligner = createAligner(flags["without-vectors"] === true ? {} : { vectors });
const judged: Judged[] = [];

console.log("set".padEnd(30), "strict", "  lax", " 1-0 and 0-1 found", "  sentences", "   s");
for (const file of (flags.gold ?? [join(root, "samples"), join(root, "tests/gold/align")]).flatMap(goldFiles)) {
  const set = JSON.parse(readFileSync(file, "utf8")) as GoldSet;
  const start = performance.now();
  const result = await judge(set);
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

async function judge(set: GoldSet): Promise<Judged> {
  const options = { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) };
  const documents: JudgedDocument[] = [];
  const all: (readonly Bead[])[] = [];
  for (const { id, src, tgt, gold } of set.documents) {
    const { beads } = await aligner.align(src, tgt, options);
    const found = beads.map((bead): IndexBead => [indexes(bead.source), indexes(bead.target)]);
    const faults = coverageFaults(found, { source: src.length, target: tgt.length });
    if (faults.source.length + faults.target.length > 0) throw new Error(`${set.name} ${id}: not covered exactly once`);
    documents.push({ gold, found });
    all.push(beads);
  }
  return { documents, beads: all };
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

/** Of the beads scored about p, how many are right; and what lowScore catches. Only beads of two sides have a score. */
function printCalibration(sets: readonly Judged[]): void {
  const rows = sets.flatMap(({ documents, beads }) =>
    documents.flatMap(({ gold, found }, index) => {
      const right = new Set(gold.map(([s, t]) => `${s}:${t}`));
      return (beads[index] ?? []).map((bead, k) => ({ bead, isRight: right.has(`${found[k]?.[0]}:${found[k]?.[1]}`) }));
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
  const wrong = rows.filter(({ isRight }) => !isRight);
  const share = (some: readonly { bead: Bead }[]): string =>
    ((100 * some.filter(({ bead }) => bead.lowScore).length) / Math.max(1, some.length)).toFixed(1);
  console.log(
    `lowScore marks ${share(rows)} % of the rows and catches ${share(wrong)} % of the ${wrong.length} wrong beads`,
  );
}
