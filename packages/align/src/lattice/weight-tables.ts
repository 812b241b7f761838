import type { Feature } from "./feature-names.ts";
import type { Neighbours } from "./moods.ts";

/** A weight by its name; those that are missing are 0. */
export type WeightTable = Readonly<Partial<Record<Feature | Neighbours, number>>>;

/** What a pass judges by. */
export interface PassWeights {
  readonly prose: WeightTable;
  /** What is added to each feature's weight in a text of lines (verse). */
  readonly lines: Readonly<Partial<Record<Feature, number>>>;
}

/** The first pass knows nothing of a text, the second its habits: each has weights of its own. */
export interface Weights {
  readonly first: PassWeights;
  readonly second: PassWeights;
}

/** Of blocks and their kinds: set by hand, since no gold has paragraphs; the fit keeps them as they stand. */
export const BLOCK_WEIGHTS = {
  blockEnds: -0.7,
  blockCrossed: -1.5,
  partsAgree: 1.5,
  partsDiffer: -2.5,
  partsMixed: -2,
  partAlone: 0.8,
} as const satisfies WeightTable;
