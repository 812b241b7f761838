import { AT, FEATURES, type Feature } from "../../packages/align/src/lattice/feature-names.ts";
import { MOODS, NEIGHBOURS, transitionsFrom } from "../../packages/align/src/lattice/moods.ts";
import {
  BLOCK_WEIGHTS,
  type PassWeights,
  type Weights,
  type WeightTable,
} from "../../packages/align/src/lattice/weight-tables.ts";
import type { Vectors } from "../../packages/align/src/vectors/read-vectors.ts";
import type { GoldDocument, GoldSet } from "./gold-sets.ts";
import { countExpected, type FitWeights, onlyGold, scoreBeads, type ThinLattice } from "./lattice-sums.ts";
import { rework } from "./rework.ts";
import { firstLattices, type ReadLattice, secondLattices } from "./thin-lattice.ts";

/** Of a document that a machine reworked. */
const REWORKED = 0.5;
/** Of a document of news that nothing was done to. */
const CLEAN = 0.5;

/** Where every fit begins; the lattices of the first pass are thinned by these. */
const START: WeightTable = {
  gain: 0.9,
  gainRoot: 0.4,
  lengthTo1: -0.4,
  lengthTo4: -0.4,
  lengthTo10: -0.3,
  equal: 2,
  oneSided: -1.2,
  double: 1,
  twoTwo: -1,
  twoThree: -1,
  larger: -1,
  ...BLOCK_WEIGHTS,
};
const START_WITHOUT_MEANING: WeightTable = { ...START, gain: 0, gainRoot: 0, equal: 3, oneSided: -2.5, double: 2 };
/** What is not known in the first pass. */
const NEEDS_HABITS = [
  "gainByRate",
  "alikeRate",
  "oneSidedHabit",
  "doubleHabit",
  "manyHabit",
  "severalHabit",
  "oneSidedRate",
  "beadSpread",
] as const;
/** Without meaning the first pass is not sure enough to tell how long the beads of a text are. */
const NEEDS_MEANING = ["gain", "gainRoot", "gainByRate", "alike", "alikeEach", "alikeRate", "oneSidedRate"] as const;
const NEEDS_SURENESS = ["beadShort", "beadLong", "beadSpread", "beadLength"] as const;
/** What the vectors count already. */
const COUNTED = ["names"] as const;

const ROUNDS = 90;
const PRIOR = 1;

const KIND_OF = Int8Array.from({ length: MOODS * MOODS }, (_, pair) =>
  NEIGHBOURS.findIndex((name) => transitionsFrom({ [name]: 1 })[pair] === 1),
);

interface Weighed {
  readonly lattice: ThinLattice;
  readonly weight: number;
}

/** What a fit goes by. */
export interface FitOptions {
  readonly vectors: Vectors | undefined;
  readonly isChosen: (set: GoldSet, index: number) => boolean;
}

/** Fits on the documents that `isChosen` takes, the second pass on what the first one, fitted before, finds in them. */
export async function fitWeights(sets: readonly GoldSet[], { vectors, isChosen }: FitOptions): Promise<Weights> {
  const chosen = sets.flatMap((set) => chosenOf(set, isChosen));
  const start = { prose: vectors === undefined ? START_WITHOUT_MEANING : START, lines: {} };
  const stays: readonly Feature[] = [
    ...(Object.keys(BLOCK_WEIGHTS) as Feature[]),
    ...(vectors === undefined ? [...NEEDS_MEANING, ...NEEDS_SURENESS] : COUNTED),
  ];
  const readFirst = firstLattices({ weights: start, vectors });
  const first = climb(await readAll(chosen, readFirst), start, [...stays, ...NEEDS_HABITS]);
  const readSecond = secondLattices({ weights: first, vectors });
  return { first, second: climb(await readAll(chosen, readSecond), first, stays) };
}

async function readAll(chosen: readonly Chosen[], read: ReadLattice): Promise<Weighed[]> {
  const lattices: Weighed[] = [];
  for (const { document, languages, weight } of chosen) {
    const lattice = await read(document, languages);
    if (lattice !== undefined) lattices.push({ lattice, weight });
  }
  return lattices;
}

interface Chosen extends Pick<GoldSet, "languages"> {
  readonly document: GoldDocument;
  readonly weight: number;
}

function chosenOf(set: GoldSet, isChosen: FitOptions["isChosen"]): Chosen[] {
  const documents = set.documents.flatMap((one, index) => (isChosen(set, index) ? versions(set, one, index) : []));
  return documents.map(([document, weight]) => ({ document, weight, languages: set.languages }));
}

/** The document and how much it counts, and perhaps the same reworked. */
function versions(set: GoldSet, document: GoldDocument, index: number): (readonly [GoldDocument, number])[] {
  const { domain, isClean } = set;
  // Clean PUD is one to one and nothing else: it teaches only when reworked.
  const plain = [document, !isClean ? 1 : domain === "pud" ? 0 : CLEAN] as const;
  const isReworked = domain === "own" || domain === "novels" || (isClean && index % 2 === 0);
  const both = isReworked ? [plain, [rework(document, set, index * 31 + set.name.length), REWORKED] as const] : [plain];
  return both.filter(([, weight]) => weight > 0);
}

/** The slope of the log-likelihood of the gold less the normal prior. */
function slopeAt(lattices: readonly Weighed[], weights: FitWeights): Float64Array {
  const counts = weights.row.map((value) => -PRIOR * value);
  for (const { lattice, weight } of lattices) {
    const scores = scoreBeads(lattice, weights);
    countExpected(lattice, weights, { scores: onlyGold(lattice, scores), counts, share: weight });
    countExpected(lattice, weights, { scores, counts, share: -weight });
  }
  return counts;
}

/** Climbs by Adam (Kingma and Ba 2015). */
function climb(lattices: readonly Weighed[], start: PassWeights, fixed: readonly Feature[]): PassWeights {
  const count = FEATURES.length;
  const stays = new Set(fixed.flatMap((name) => [AT[name], count + AT[name]]));
  const row = Float64Array.from([
    ...FEATURES.map((name) => start.prose[name] ?? 0),
    ...FEATURES.map((name) => start.lines[name] ?? 0),
    ...NEIGHBOURS.map((name) => start.prose[name] ?? 0),
  ]);
  const weights: FitWeights = { row, neighbours: 2 * count, kindOf: KIND_OF };
  const mean = new Float64Array(row.length);
  const spread = new Float64Array(row.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = slopeAt(lattices, weights);
    const rate = round < ROUNDS * 0.6 ? 0.1 : round < ROUNDS * 0.85 ? 0.03 : 0.01;
    for (let k = 0; k < row.length; k++) {
      if (stays.has(k)) continue;
      mean[k] = 0.9 * (mean[k] ?? 0) + 0.1 * (slope[k] ?? 0);
      spread[k] = 0.98 * (spread[k] ?? 0) + 0.02 * (slope[k] ?? 0) ** 2;
      const height = Math.sqrt((spread[k] ?? 0) / (1 - 0.98 ** round)) + 1e-8;
      row[k] = (row[k] ?? 0) + (rate * ((mean[k] ?? 0) / (1 - 0.9 ** round))) / height;
    }
  }
  const table = (names: readonly string[], from: number) =>
    Object.fromEntries(names.map((name, k) => [name, row[from + k] ?? 0]));
  return { prose: { ...table(FEATURES, 0), ...table(NEIGHBOURS, 2 * count) }, lines: table(FEATURES, count) };
}
