/** Why a bead was made or why it is in doubt: facts that a page can say in words. */
export interface BeadExplanation {
  /** Index of the bead. */
  readonly bead: number;
  /** Figures of the source that the target lacks, as normalised values. */
  readonly missingFigures: readonly string[];
  /** Figures of the target that the source lacks. */
  readonly addedFigures: readonly string[];
  /** Figures and names that both sides hold. */
  readonly sharedAnchors: readonly string[];
  /** Target length over the length expected for the pair; 1 is usual. `null` on one-sided beads. */
  readonly lengthFactor: number | null;
  /** How well the words fit, from 0 (as by chance) to 1; `null` without vectors and on one-sided beads. */
  readonly meaning: number | null;
}
