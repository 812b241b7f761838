import { readFileSync } from "node:fs";
import { believedBeads, learnAll, secondBand } from "../../packages/align/src/first-pass.ts";
import { FEATURES } from "../../packages/align/src/lattice/feature-names.ts";
import { readBead } from "../../packages/align/src/lattice/features.ts";
import { estimateHabits, neutralHabits } from "../../packages/align/src/lattice/habits.ts";
import { placeOf, weighAll } from "../../packages/align/src/lattice/lattice.ts";
import { MOODS } from "../../packages/align/src/lattice/moods.ts";
import { SHAPES } from "../../packages/align/src/lattice/shapes.ts";
import type { PassWeights } from "../../packages/align/src/lattice/weight-tables.ts";
import { unitPrior } from "../../packages/align/src/length-prior.ts";
import type { Pace } from "../../packages/align/src/pace.ts";
import { readTexts } from "../../packages/align/src/read-texts.ts";
import { type Pass, type PassOptions, runPass } from "../../packages/align/src/run-pass.ts";
import { firstBand, readStretch } from "../../packages/align/src/stretch.ts";
import { readVectors, type Vectors } from "../../packages/align/src/vectors/read-vectors.ts";
import type { GoldDocument, GoldSet } from "./gold-sets.ts";
import type { ThinLattice } from "./lattice-sums.ts";

/** Scores are tempered and improbable beads left out: what remains is all that the fit can tell apart. */
const TEMPER = 0.4;
const LEAST = 1e-4;

/** A fit is never cancelled. */
const UNHURRIED: Pace = { step: async () => {} };

/** The vectors that are shipped. */
export function shippedVectors(): Vectors {
  return readVectors(readFileSync(new URL("../../packages/align/data/stele-vectors.bin", import.meta.url)));
}

/** A document's gold among the beads of a pass, as far as they matter; undefined where its band does not hold the gold. */
export type ReadLattice = (document: GoldDocument, languages: GoldSet["languages"]) => Promise<ThinLattice | undefined>;

/** What both passes are read with. */
export interface ReadOptions {
  /** Of the first pass. */
  readonly weights: PassWeights;
  readonly vectors: Vectors | undefined;
}

/** Reads the first pass. */
export function firstLattices(options: ReadOptions): ReadLattice {
  return async (document, languages) => thin((await readFirst(document, languages, options)).first, document.gold);
}

/** Reads the second pass, with the habits that the first one finds. */
export function secondLattices(options: ReadOptions): ReadLattice {
  return async (document, languages) => {
    const { stretch, whole, prior, first } = await readFirst(document, languages, options);
    const believed = await believedBeads(first, UNHURRIED);
    const habits = estimateHabits(believed.weighed, prior);
    const lexicon = await learnAll(stretch.texts, [{ place: whole, likely: believed.likely }], UNHURRIED);
    const work = { stretch, band: secondBand(first), habits, lexicon };
    return thin(await runPass(work, passOptions(options)), document.gold);
  };
}

async function readFirst({ src, tgt }: GoldDocument, languages: GoldSet["languages"], options: ReadOptions) {
  const prior = unitPrior(languages.source, languages.target);
  const texts = await readTexts({ source: src, target: tgt, languages }, options.vectors, UNHURRIED);
  const whole = { source: [0, src.length], target: [0, tgt.length] } as const;
  const stretch = await readStretch(texts, whole, UNHURRIED);
  const work = { stretch, band: await firstBand(texts, UNHURRIED), habits: neutralHabits(prior), lexicon: undefined };
  return { stretch, whole, prior, first: await runPass(work, passOptions(options)) };
}

function passOptions({ weights }: ReadOptions): PassOptions {
  return { weights, pace: UNHURRIED };
}

interface GoldBeads {
  /** Numbers of the gold's beads in the lattice. */
  readonly allowed: ReadonlySet<number>;
  /** Runs of gold beads whose shape the search does not try: any beads inside will do. */
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
    const edge = place * SHAPES.length + shape;
    const isTried = shape >= 0 && (lattice.scores[edge] ?? -Infinity) > -Infinity;
    if (isTried) allowed.add(edge);
    else boxes.push([i - source.length, i, j - target.length, j]);
  }
  return { allowed, boxes };
}

/** Every bead that the lattice allows, as `[row, column, shape]`. */
function* allBeads(lattice: Pass["lattice"]): Generator<readonly [number, number, number]> {
  const { band, scores } = lattice;
  for (let row = 0; row < band.low.length; row++) {
    for (let column = band.low[row] ?? 0; column <= (band.high[row] ?? -1); column++) {
      const place = placeOf(lattice, row, column) * SHAPES.length;
      for (const shape of SHAPES.keys()) if ((scores[place + shape] ?? 0) > -Infinity) yield [row, column, shape];
    }
  }
}

interface Bead {
  readonly from: number;
  readonly to: number;
  readonly shape: number;
  readonly isGold: boolean;
  readonly features: Float64Array;
}

/** Keeps the probable beads and the gold's. */
async function thin({ lattice, judge }: Pass, gold: GoldDocument["gold"]): Promise<ThinLattice | undefined> {
  const found = findGold(lattice, gold);
  if (found === undefined) return undefined;
  const tempered = { ...lattice, scores: lattice.scores.map((score) => score * TEMPER) };
  const probabilities = await weighAll(tempered, new Float64Array(MOODS * MOODS), UNHURRIED);
  const beads: Bead[] = [];
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
  return pack(beads, judge.evidence.lines);
}

/** Each feature stands there twice where the text is one of lines: once for all texts, once for what lines add. */
function pack(beads: readonly Bead[], lines: number): ThinLattice {
  const places = [...new Set(beads.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const nodeOf = new Map(places.map((place, node) => [place, node]));
  const starts = [0];
  const features: number[] = [];
  const values: number[] = [];
  for (const bead of beads) {
    for (const [feature, value] of bead.features.entries()) {
      if (value === 0) continue;
      features.push(feature);
      values.push(value);
      if (lines === 0) continue;
      features.push(FEATURES.length + feature);
      values.push(lines * value);
    }
    starts.push(features.length);
  }
  return {
    from: Int32Array.from(beads, (bead) => nodeOf.get(bead.from) ?? 0),
    to: Int32Array.from(beads, (bead) => nodeOf.get(bead.to) ?? 0),
    shape: Uint8Array.from(beads, (bead) => bead.shape),
    starts: Int32Array.from(starts),
    features: Uint8Array.from(features),
    values: Float32Array.from(values),
    nodes: places.length,
    isGold: Uint8Array.from(beads, (bead) => (bead.isGold ? 1 : 0)),
  };
}
