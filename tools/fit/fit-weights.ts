// Fits the weights of packages/align/src/lattice/weights.ts on gold alignments and prints them.
//
//   npx tsx tools/fit/fit-weights.ts [--without-vectors] [--half 0|1] GOLD.json...
//
// GOLD: sets in the format of tests/gold/align. --half fits on every second document only, for cross-validation.
// Sets whose name holds "bible" count a fifth, "clean" half: verses are coarser than sentences, and clean news is easy.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { AT, FEATURES, readBead } from "../../packages/align/src/lattice/features.ts";
import { estimateHabits, neutralHabits } from "../../packages/align/src/lattice/habits.ts";
import { placeOf, weighAll } from "../../packages/align/src/lattice/lattice.ts";
import { MOODS, NEIGHBOURS, transitionsFrom } from "../../packages/align/src/lattice/moods.ts";
import { SHAPES } from "../../packages/align/src/lattice/shapes.ts";
import { weightsFor } from "../../packages/align/src/lattice/weights.ts";
import { lengthPrior } from "../../packages/align/src/length-prior.ts";
import { readTexts } from "../../packages/align/src/read-texts.ts";
import { learnAll, type Pass, runPass } from "../../packages/align/src/search-stretches.ts";
import { firstBand } from "../../packages/align/src/stretch.ts";
import { readVectors } from "../../packages/align/src/vectors/read-vectors.ts";
import { parseLanguageTag } from "../../packages/model/src/language-tag.ts";
import { expect, type FitWeights, scoreBeads, type ThinLattice } from "./lattice-sums.ts";

interface GoldDocument {
  readonly src: string[];
  readonly tgt: string[];
  readonly gold: [number[], number[]][];
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { "without-vectors": { type: "boolean" }, half: { type: "string" } },
});
const plain = flags["without-vectors"] === true;
const file = new URL("../../packages/align/data/stele-vectors.bin", import.meta.url);
const vectors = plain ? undefined : readVectors(readFileSync(file));
const start = weightsFor(!plain);
const kindOf = Int8Array.from({ length: MOODS * MOODS }, (_, pair) =>
  NEIGHBOURS.findIndex((name) => transitionsFrom({ [name]: 1 })[pair] === 1),
);
/** Weights that stay: set by hand, or counting what the vectors count already. */
const STAYS = new Set(
  [AT.blockEnds, AT.blockCrossed, AT.partsAgree, AT.partsDiffer, AT.partsMixed, AT.partAlone, AT.severalHabit].concat(
    plain ? [AT.gain, AT.gainRoot, AT.gainByRate] : [AT.names],
  ),
);
/** Scores are tempered and improbable beads left out: what remains is all that the fit can tell apart. */
const TEMPER = 0.4;
const LEAST = 1e-4;
const ROUNDS = 120;
const PRIOR = 1;

const lattices: { lattice: ThinLattice; weight: number }[] = [];
for (const path of positionals) {
  const set = JSON.parse(readFileSync(path, "utf8")) as {
    name: string;
    src: string;
    tgt: string;
    documents: GoldDocument[];
  };
  const weight = set.name.includes("bible") ? 0.2 : set.name.includes("clean") ? 0.5 : 1;
  for (const [index, document] of set.documents.entries()) {
    if (flags.half !== undefined && index % 2 !== Number(flags.half)) continue;
    const lattice = await read(document, { source: parseLanguageTag(set.src), target: parseLanguageTag(set.tgt) });
    if (lattice !== undefined) lattices.push({ lattice, weight });
  }
}
const fitted = fit();
const names = [...FEATURES, ...NEIGHBOURS];
process.stdout.write(names.map((name, k) => `  ${name}: ${(fitted[k] ?? 0).toFixed(2)},\n`).join(""));

async function read(document: GoldDocument, languages: Parameters<typeof readTexts>[0]["languages"]) {
  const prior = lengthPrior(languages.source, languages.target);
  const texts = readTexts({ source: document.src, target: document.tgt, languages }, vectors);
  const options = { prior, ...start, pace: { step: async () => {} } };
  const work = { slice: texts, band: firstBand(texts), habits: neutralHabits(prior), lexicon: undefined };
  const first = await runPass(work, options, () => 0);
  const whole = { source: [0, document.src.length], target: [0, document.tgt.length] } as const;
  const habits = estimateHabits(first.weighed, prior);
  const lexicon = learnAll(texts, [whole], [first]);
  return thin(await runPass({ slice: texts, band: first.nextBand, habits, lexicon }, options, () => 0), document.gold);
}

interface GoldBeads {
  /** Numbers of the gold's beads in the lattice. */
  readonly allowed: ReadonlySet<number>;
  /** Runs of gold beads whose shape the search does not know: any beads inside will do. */
  readonly boxes: readonly (readonly [top: number, bottom: number, left: number, right: number])[];
}

function findGold(lattice: Pass["lattice"], gold: GoldDocument["gold"]): GoldBeads | undefined {
  const allowed = new Set<number>();
  const boxes: [number, number, number, number][] = [];
  let [i, j] = [0, 0];
  for (const [source, target] of gold) {
    [i, j] = [i + source.length, j + target.length];
    const shape = SHAPES.findIndex((one) => one.source === source.length && one.target === target.length);
    const place = placeOf(lattice, i, j);
    if (place < 0) return undefined;
    if (shape < 0) boxes.push([i - source.length, i, j - target.length, j]);
    else allowed.add(place * SHAPES.length + shape);
  }
  return { allowed, boxes };
}

/** Every bead that the lattice allows, as `[row, column, shape]`. */
function* allBeads({ band, scores, ...rest }: Pass["lattice"]): Generator<readonly [number, number, number]> {
  for (let row = 0; row < band.low.length; row++) {
    for (let column = band.low[row] ?? 0; column <= (band.high[row] ?? -1); column++) {
      const place = placeOf({ band, scores, ...rest }, row, column) * SHAPES.length;
      for (const shape of SHAPES.keys()) if ((scores[place + shape] ?? 0) > -Infinity) yield [row, column, shape];
    }
  }
}

/** Keeps the probable beads and the gold's; undefined where the band does not hold the gold. */
function thin({ lattice, judge }: Pass, gold: GoldDocument["gold"]): ThinLattice | undefined {
  const found = findGold(lattice, gold);
  if (found === undefined) return undefined;
  const tempered = { ...lattice, scores: lattice.scores.map((score) => score * TEMPER) };
  const { probabilities } = weighAll(tempered, new Float64Array(MOODS * MOODS));
  const beads: { from: number; to: number; shape: number; isGold: boolean; features: Float64Array }[] = [];
  for (const [row, column, shape] of allBeads(lattice)) {
    const to = placeOf(lattice, row, column);
    const edge = to * SHAPES.length + shape;
    const top = row - (SHAPES[shape]?.source ?? 0);
    const left = column - (SHAPES[shape]?.target ?? 0);
    const isInside = found.boxes.some(([a, b, c, d]) => top >= a && row <= b && left >= c && column <= d);
    const isGold = isInside || found.allowed.has(edge);
    if (!isGold && (probabilities[edge] ?? 0) < LEAST) continue;
    const features = new Float64Array(FEATURES.length);
    readBead(judge, { i: row, j: column, shape }, features);
    beads.push({ from: placeOf(lattice, top, left), to, shape, isGold, features });
  }
  const places = [...new Set(beads.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const nodeOf = new Map(places.map((place, node) => [place, node]));
  return {
    from: Int32Array.from(beads, (bead) => nodeOf.get(bead.from) ?? 0),
    to: Int32Array.from(beads, (bead) => nodeOf.get(bead.to) ?? 0),
    shape: Uint8Array.from(beads, (bead) => bead.shape),
    features: Float32Array.from(beads.flatMap((bead) => [...bead.features])),
    nodes: places.length,
    gold: Int32Array.from(beads.flatMap((bead, index) => (bead.isGold ? [index] : []))),
  };
}

/** The slope of the log-likelihood of the gold less the normal prior. */
function slopeAt(weights: FitWeights): Float64Array {
  const slope = weights.row.map((value) => -PRIOR * value);
  for (const { lattice, weight } of lattices) {
    const right = expect(lattice, weights, scoreBeads(lattice, weights, true));
    const all = expect(lattice, weights, scoreBeads(lattice, weights, false));
    const count = (from: typeof all, k: number): number =>
      (k < FEATURES.length ? from.features[k] : from.neighbours[k - FEATURES.length]) ?? 0;
    for (let k = 0; k < slope.length; k++) slope[k] = (slope[k] ?? 0) + weight * (count(right, k) - count(all, k));
  }
  return slope;
}

/** Climbs by Adam (Kingma and Ba 2015). */
function fit(): Float64Array {
  const kinds = NEIGHBOURS.map((_, kind) => start.transitions[kindOf.indexOf(kind)] ?? 0);
  const row = Float64Array.from([...start.weights, ...kinds]);
  const weights: FitWeights = { row, features: FEATURES.length, kindOf };
  const mean = new Float64Array(row.length);
  const spread = new Float64Array(row.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeAt(weights);
    const rate = round < ROUNDS * 0.6 ? 0.1 : round < ROUNDS * 0.85 ? 0.03 : 0.01;
    for (let k = 0; k < row.length; k++) {
      if (STAYS.has(k)) continue;
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * (slope[k] ?? 0);
      spread[k] = 0.98 * (spread[k] ?? 0) + 0.02 * (slope[k] ?? 0) ** 2;
      const height = Math.sqrt((spread[k] ?? 0) / (1 - 0.98 ** round)) + 1e-8;
      row[k] = (row[k] ?? 0) + (rate * ((mean[k] ?? 0) / (1 - 0.9 ** round))) / height;
    }
  }
  return row;
}
