import { FEATURES, type Feature } from "./features.ts";
import { type Neighbours, transitionsFrom } from "./moods.ts";

type WeightTable = Readonly<Partial<Record<Feature | Neighbours, number>>>;

/** Fitted by tools/fit/fit-weights.ts (docs/alignment.md); the block weights are set by hand, for want of gold. */
const WITH_MEANING: WeightTable = {
  gain: 0.97,
  gainRoot: 0.31,
  gainByRate: 0.76,
  lengthTo1: -0.28,
  lengthTo4: -0.33,
  lengthTo10: -0.28,
  equal: 1.58,
  oneSided: -1.45,
  double: 0.6,
  triple: -0.08,
  twoTwo: 0.17,
  twoThree: -0.13,
  larger: -0.98,
  oneSidedHabit: -0.06,
  doubleHabit: 1.3,
  manyHabit: 0.53,
  severalHabit: 0.5,
  figuresShared: -0.78,
  figuresMissing: -1,
  oneSidedFigure: 0.41,
  oneSidedLength: 1.21,
  questions: -0.78,
  quotations: -1.25,
  quotationEnds: -0.38,
  readings: -0.09,
  blockEnds: -0.7,
  blockCrossed: -1.5,
  compensated: -0.54,
  exchanged: -0.79,
  skipRun: 1.2,
  swing: -0.35,
};

/** The same without vectors: lengths and anchors alone. */
const WITHOUT_MEANING: WeightTable = {
  lengthTo1: -0.37,
  lengthTo4: -0.04,
  lengthTo10: -0.46,
  equal: 2.46,
  oneSided: -2.9,
  double: 1.05,
  triple: -0.13,
  twoTwo: -1.68,
  twoThree: -2.98,
  larger: -1.6,
  oneSidedHabit: -0.23,
  doubleHabit: 0.64,
  manyHabit: 0.49,
  severalHabit: 0.5,
  figuresShared: -0.26,
  figuresMissing: -2.17,
  oneSidedFigure: -1.14,
  oneSidedLength: -0.2,
  questions: -1.4,
  quotations: -1.47,
  quotationEnds: -0.9,
  readings: 0.71,
  names: 0.56,
  blockEnds: -0.7,
  blockCrossed: -1.5,
  compensated: -0.46,
  exchanged: -0.54,
  skipRun: 1.36,
  swing: -0.17,
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
