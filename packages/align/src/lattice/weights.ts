import { FEATURES, type Feature } from "./feature-names.ts";
import { type Neighbours, transitionsFrom } from "./moods.ts";

/** A weight by its name; those that are missing are 0. */
export type WeightTable = Readonly<Partial<Record<Feature | Neighbours, number>>>;

/** Of blocks and their kinds: set by hand, since no gold has paragraphs; the fit keeps them as they stand. */
export const BLOCK_WEIGHTS = {
  blockEnds: -0.7,
  blockCrossed: -1.5,
  partsAgree: 1.5,
  partsDiffer: -2.5,
  partsMixed: -2,
  partAlone: 0.8,
} as const satisfies WeightTable;

/** Fitted by tools/fit/fit-weights.ts (docs/alignment.md). */
const WITH_MEANING: WeightTable = {
  gain: 0.76,
  gainRoot: 0.46,
  gainByRate: 0.54,
  alike: 2.21,
  alikeEach: 1.7,
  alikeRate: -0.58,
  lengthTo1: -0.53,
  lengthTo4: -0.39,
  lengthTo10: -0.16,
  equal: 1.47,
  oneSided: -0.64,
  double: 0.85,
  triple: 0.27,
  twoTwo: -0.25,
  twoThree: -0.39,
  larger: -0.44,
  oneSidedHabit: -0.08,
  doubleHabit: 0.8,
  manyHabit: 0.11,
  severalHabit: 0.03,
  figuresShared: 0.52,
  figuresMissing: -0.49,
  datesShared: 0.58,
  datesMissing: -1.31,
  oneSidedFigure: 0.48,
  oneSidedLength: 1.12,
  oneSidedRate: 2.92,
  beadShort: 0.5,
  beadLong: -0.81,
  beadSpread: 0.97,
  beadLength: -0.34,
  cutInside: -0.91,
  cutDiffers: -0.56,
  linesSeveral: 2.43,
  linesShort: -1.35,
  linesPair: -0.6,
  questions: -0.77,
  quotations: -1.27,
  quotationEnds: -0.39,
  readings: 0.4,
  sounds: 0.24,
  ...BLOCK_WEIGHTS,
  compensated: -0.16,
  exchanged: -0.51,
  skipRun: 0.86,
  swing: -0.13,
};

/** The same without vectors: lengths and anchors alone. */
const WITHOUT_MEANING: WeightTable = {
  lengthTo1: -0.44,
  lengthTo4: -0.28,
  lengthTo10: -0.37,
  equal: 3.06,
  oneSided: -2.51,
  double: 1.99,
  triple: 1.23,
  twoTwo: -1.02,
  twoThree: -1.95,
  larger: 0.36,
  oneSidedHabit: -0.24,
  doubleHabit: 0.58,
  manyHabit: 0.18,
  severalHabit: -0.38,
  figuresShared: 0.8,
  figuresMissing: -1.38,
  datesShared: 0.58,
  datesMissing: -1.69,
  oneSidedFigure: -0.43,
  oneSidedLength: -0.09,
  cutInside: -0.72,
  cutDiffers: -0.69,
  linesSeveral: 3.87,
  linesPair: -0.29,
  questions: -1.19,
  quotations: -1.45,
  quotationEnds: -0.77,
  readings: 0.69,
  names: 0.57,
  sounds: 0.54,
  ...BLOCK_WEIGHTS,
  compensated: -0.12,
  exchanged: -0.59,
  skipRun: 1.36,
  swing: -0.07,
};

/** Weights ready for the search. */
export interface Weights {
  /** In the order of the features. */
  readonly weights: Float64Array;
  /** Of each mood after each other. */
  readonly transitions: Float64Array;
}

/** The weights with or without vectors. */
export function weightsFor(hasMeaning: boolean): Weights {
  return toWeights(hasMeaning ? WITH_MEANING : WITHOUT_MEANING);
}

/** A table as the search takes it. */
export function toWeights(table: WeightTable): Weights {
  return {
    weights: Float64Array.from(FEATURES, (name) => table[name] ?? 0),
    transitions: transitionsFrom(table),
  };
}
