/** Two texts that say the same: a bead, or a unit of the memory. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}

/** What a term seems to be in the other language. */
export interface Equivalent {
  readonly target: string;
  /** Pairs that hold the term and this. */
  readonly count: number;
  /** How well the two go together, from 0 to 1. */
  readonly likeness: number;
  /**
   * Known by word links in aligned texts, as a unit of its own in the memory, or because both languages write it alike.
   */
  readonly from: "aligned" | "memory" | "same";
  /** The pair that shows it best; absent where nothing but the term itself is known. */
  readonly example?: TextPair;
}
