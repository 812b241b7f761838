import type { SideName } from "./bitext.ts";

/**
 * One step of a correction. Beads and sentences are named by their index after the steps before it; offsets into a
 * sentence count UTF-16 code units of the sentence on one line (`sentenceLine`).
 */
export type Operation =
  /** The beads `[from, to)` become one. */
  | { readonly op: "merge"; readonly from: number; readonly to: number }
  /** A bead becomes two: the second begins with these sentences. */
  | { readonly op: "split"; readonly bead: number; readonly source: number; readonly target: number }
  /** The end of a bead on one side moves by so many sentences: forwards takes them from the next bead. */
  | { readonly op: "move"; readonly bead: number; readonly side: SideName; readonly by: number }
  /** A sentence of a translation is written anew; the text's first side is never edited. */
  | { readonly op: "edit"; readonly side: SideName; readonly sentence: number; readonly text: string }
  | { readonly op: "split-sentence"; readonly side: SideName; readonly sentence: number; readonly at: number }
  /** A sentence and the next one of the same block become one. */
  | { readonly op: "join-sentences"; readonly side: SideName; readonly sentence: number }
  /** A person confirms the beads `[from, to)` and the translation in them. */
  | { readonly op: "approve"; readonly from: number; readonly to: number }
  /** A person wants the beads looked at again: they stay as they are and doubtful, and nothing in them is approved. */
  | { readonly op: "review"; readonly from: number; readonly to: number }
  /** Takes back approvals and marks: the beads are as sure as their scores again. */
  | { readonly op: "clear"; readonly from: number; readonly to: number };
