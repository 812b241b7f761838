import { FEATURES } from "./feature-names.ts";
import { WITH_VECTORS } from "./fitted/with-vectors.ts";
import { WITHOUT_VECTORS } from "./fitted/without-vectors.ts";
import { transitionsFrom } from "./moods.ts";
import type { PassWeights, Weights } from "./weight-tables.ts";

/** The weights with or without vectors. */
export function weightsFor(hasVectors: boolean): Weights {
  return hasVectors ? WITH_VECTORS : WITHOUT_VECTORS;
}

/** Weights ready for the search. */
export interface TextWeights {
  /** In the order of the features. */
  readonly features: Float64Array;
  /** Of each mood after each other. */
  readonly transitions: Float64Array;
}

/** The weights for a text that is one of lines to the share `share`, from 0 to 1. */
export function textWeights({ prose, lines }: PassWeights, share: number): TextWeights {
  return {
    features: Float64Array.from(FEATURES, (name) => (prose[name] ?? 0) + share * (lines[name] ?? 0)),
    transitions: transitionsFrom(prose),
  };
}
