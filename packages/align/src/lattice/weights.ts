import { FEATURES, type Feature } from "./features.ts";

type WeightTable = Readonly<Partial<Record<Feature, number>>>;

/** Fitted by tools/fit/fit-weights.ts (docs/alignment.md); the block weights are set by hand, for want of gold. */
const WITH_MEANING: WeightTable = {
  gain: 1,
  gainRoot: 0.6,
  lengthTo1: -0.6,
  lengthTo10: -0.6,
  equal: 2.9,
  oneSided: -0.8,
  double: 1.9,
  triple: 0.7,
  twoTwo: -1.6,
  twoThree: -2,
  larger: -1.8,
  oneSidedHabit: 0.3,
  doubleHabit: 1.4,
  manyHabit: 0.7,
  severalHabit: 0,
  figuresShared: 1.3,
  figuresMissing: -0.7,
  oneSidedFigure: 0.8,
  questions: -0.5,
  quotations: -1.2,
  quotationEnds: -0.4,
  oneSidedLength: 1.7,
  readings: 0.6,
};

/** The same without vectors: lengths and anchors alone. */
const WITHOUT_MEANING: WeightTable = {
  lengthTo10: -1,
  equal: 1.5,
  oneSided: -3,
  double: -0.5,
  triple: -2.5,
  twoTwo: -3.5,
  twoThree: -5,
  larger: -5,
  oneSidedHabit: 0.3,
  doubleHabit: 1,
  manyHabit: 0.7,
  figuresShared: 1.3,
  figuresMissing: -0.7,
  questions: -0.5,
  quotations: -1,
  quotationEnds: -0.4,
  readings: 1,
  names: 1,
};

/** The weights as a row in the order of the features. */
export function weightsFor(hasMeaning: boolean): Float64Array {
  const table = hasMeaning ? WITH_MEANING : WITHOUT_MEANING;
  return Float64Array.from(FEATURES, (name) => table[name] ?? 0);
}
