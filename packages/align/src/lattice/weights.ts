import { FEATURES, type Feature } from "./features.ts";
import { type Neighbours, transitionsFrom } from "./moods.ts";

type WeightTable = Readonly<Partial<Record<Feature | Neighbours, number>>>;

/**
 * Fitted by tools/fit/fit-weights.ts (docs/alignment.md); set by hand: the weights of blocks and
 * their kinds, for want of gold, of names that sound alike, and those of 2-2 and 2-3, which verses make too frequent. */
const WITH_MEANING: WeightTable = {
  gain: 0.91,
  gainRoot: 0.43,
  gainByRate: 0.48,
  lengthTo1: -0.39,
  lengthTo4: -0.38,
  lengthTo10: -0.25,
  equal: 1.87,
  oneSided: -1.21,
  double: 0.94,
  triple: 0.2,
  twoTwo: -1.2,
  twoThree: -1.2,
  larger: -0.82,
  oneSidedHabit: 0.11,
  doubleHabit: 1.42,
  manyHabit: 0.54,
  severalHabit: 0.5,
  figuresShared: -0.63,
  figuresMissing: -0.84,
  datesMissing: -0.5,
  oneSidedFigure: 0.41,
  oneSidedLength: 1.33,
  questions: -0.78,
  quotations: -1.25,
  quotationEnds: -0.44,
  readings: 0.04,
  sounds: 0.1,
  blockEnds: -0.7,
  blockCrossed: -1.5,
  partsAgree: 1.5,
  partsDiffer: -2.5,
  partsMixed: -2,
  partAlone: 0.8,
  compensated: -0.34,
  exchanged: -0.59,
  skipRun: 0.91,
  swing: -0.43,
};

/** The same without vectors: lengths and anchors alone. */
const WITHOUT_MEANING: WeightTable = {
  lengthTo1: -0.6,
  lengthTo4: -0.34,
  lengthTo10: -0.38,
  equal: 2.94,
  oneSided: -2.75,
  double: 1.92,
  triple: 0.83,
  twoTwo: -0.63,
  twoThree: -1.52,
  larger: -0.55,
  oneSidedHabit: -0.52,
  doubleHabit: 0.75,
  manyHabit: 0.57,
  severalHabit: 0.5,
  figuresShared: -0.2,
  figuresMissing: -2.14,
  datesShared: 1,
  datesMissing: -1,
  oneSidedFigure: -1.14,
  oneSidedLength: -0.19,
  questions: -1.41,
  quotations: -1.51,
  quotationEnds: -0.8,
  readings: 0.72,
  names: 0.56,
  sounds: 0.3,
  blockEnds: -0.7,
  blockCrossed: -1.5,
  partsAgree: 1.5,
  partsDiffer: -2.5,
  partsMixed: -2,
  partAlone: 0.8,
  compensated: -0.45,
  exchanged: -0.74,
  skipRun: 1.53,
  swing: -0.35,
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
  const table = hasMeaning ? WITH_MEANING : WITHOUT_MEANING;
  return {
    weights: Float64Array.from(FEATURES, (name) => table[name] ?? 0),
    transitions: transitionsFrom(table),
  };
}
