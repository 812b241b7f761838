/** A bead's shape: how many sentences a side, and the kind whose frequency a text's habits are counted by. */
export interface Shape {
  readonly source: number;
  readonly target: number;
  readonly kind: ShapeKind;
  /** Tried in texts of lines only, where verses hold several sentences; elsewhere it costs time and finds little. */
  readonly isOfLines?: true;
}

/** Kinds of shapes: one to one, one-sided, one to two, one to three or more, several to several. */
export type ShapeKind = "equal" | "one-sided" | "double" | "many" | "several";

/** Every shape that the search tries; a bead made by a person may have any other. */
export const SHAPES: readonly Shape[] = [
  { source: 1, target: 1, kind: "equal" },
  { source: 1, target: 0, kind: "one-sided" },
  { source: 0, target: 1, kind: "one-sided" },
  { source: 1, target: 2, kind: "double" },
  { source: 2, target: 1, kind: "double" },
  { source: 2, target: 2, kind: "several" },
  { source: 1, target: 3, kind: "many" },
  { source: 3, target: 1, kind: "many" },
  { source: 1, target: 4, kind: "many" },
  { source: 4, target: 1, kind: "many" },
  { source: 2, target: 3, kind: "several" },
  { source: 3, target: 2, kind: "several" },
  { source: 2, target: 4, kind: "several", isOfLines: true },
  { source: 4, target: 2, kind: "several", isOfLines: true },
  { source: 3, target: 3, kind: "several", isOfLines: true },
  { source: 1, target: 5, kind: "many" },
  { source: 5, target: 1, kind: "many" },
];

/** The most sentences that a bead of the search holds on one side. */
export const LONGEST_RUN = 5;
