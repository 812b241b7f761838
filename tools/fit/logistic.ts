/** Something to be told right from wrong by its features. */
export interface Row {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

const ROUNDS = 3_000;
const PRIOR = 0.5;

/**
 * Climbs the log-likelihood of a logistic function, each weight by the curvature of its own direction, in steps small
 * enough for features that go together.
 */
export function fitLogistic(rows: readonly Row[]): Float64Array {
  const weights = new Float64Array(rows[0]?.features.length ?? 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => -PRIOR * weight);
    const curve = weights.map(() => PRIOR);
    for (const { features, isRight } of rows) {
      const sum = features.reduce((total, value, k) => total + value * (weights[k] ?? 0), 0);
      const probability = 1 / (1 + Math.exp(-sum));
      for (const [k, value] of features.entries()) {
        slope[k] = (slope[k] ?? 0) + ((isRight ? 1 : 0) - probability) * value;
        curve[k] = (curve[k] ?? 0) + probability * (1 - probability) * value * value;
      }
    }
    for (const k of weights.keys()) weights[k] = (weights[k] ?? 0) + (slope[k] ?? 0) / (curve[k] ?? 1) / weights.length;
  }
  return weights;
}

/** Weights as a table of the source has them. */
export function printWeights(weights: Float64Array): string {
  return Array.from(weights, (weight) => weight.toFixed(2)).join(", ");
}
