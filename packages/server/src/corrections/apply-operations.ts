import type { Bead, Operation, Provenance, Side, SideName } from "@stele/core/node";
import { badRequest } from "../refusal.ts";
import { editBeads, shiftBeads } from "./edit-beads.ts";
import { type EditedSide, joinSentences, type Shift, splitSentence } from "./edit-side.ts";
import { rewriteSentence } from "./rewrite-sentence.ts";

/** What a correction works on: two sides and the beads between them. */
export interface Draft {
  readonly source: Side;
  readonly target: Side;
  readonly beads: readonly Bead[];
  /** The beads as they were before the correction, counting the sentences as they are now. */
  readonly previous: readonly Bead[];
  /** What happened to the sentences of a side, in order: other bitexts of the same article follow. */
  readonly shifts: readonly (Shift & { readonly side: SideName })[];
  /** True where beads or sentences changed, so that the rest may have to be aligned anew. */
  readonly isReshaped: boolean;
}

/** Who corrects, and which side nobody may write in. */
export interface Corrector {
  readonly author: string;
  /** The article that everything is aligned to. */
  readonly original: string;
}

type SideOperation = Extract<Operation, { op: "edit" | "split-sentence" | "join-sentences" }>;

/**
 * A draft after the steps of a correction, one after the other.
 *
 * @throws SteleError `usage`, `beads-invalid` or `input-empty`, naming the step that cannot be done.
 */
export function applyOperations(draft: Draft, operations: readonly Operation[], corrector: Corrector): Draft {
  return operations.reduce((before, operation) => applyOne(before, operation, corrector), draft);
}

function applyOne(draft: Draft, operation: Operation, corrector: Corrector): Draft {
  switch (operation.op) {
    case "edit":
    case "split-sentence":
    case "join-sentences":
      return applyToSide(draft, operation, corrector);
    case "approve":
    case "review":
    case "clear": {
      const trusted = operation.op === "approve" ? approved : takenBack;
      return { ...draft, target: withStandings(draft, operation, trusted), beads: editBeads(draft.beads, operation) };
    }
    default:
      return { ...draft, beads: editBeads(draft.beads, operation), isReshaped: true };
  }
}

function applyToSide(draft: Draft, operation: SideOperation, corrector: Corrector): Draft {
  const { side: name } = operation;
  const { side, shift } = editedSide(draft[name], operation, corrector);
  return {
    ...draft,
    [name]: side,
    beads: shiftBeads(draft.beads, name, shift),
    previous: shiftBeads(draft.previous, name, shift),
    shifts: [...draft.shifts, { ...shift, side: name }],
    isReshaped: draft.isReshaped || shift.by !== 0,
  };
}

function editedSide(side: Side, operation: SideOperation, { author, original }: Corrector): EditedSide {
  if (operation.op === "split-sentence") return splitSentence(side, operation);
  if (operation.op === "join-sentences") return joinSentences(side, operation.sentence);
  if (side.article.id === original) {
    throw badRequest("The original text is not edited here.", "Correct the translation, or add the text anew.");
  }
  return rewriteSentence(side, { ...operation, author });
}

/** The target with the standing of every sentence in some beads changed. */
function withStandings(
  { target, beads }: Draft,
  { from, to }: { readonly from: number; readonly to: number },
  change: (provenance: Provenance) => Provenance,
): Side {
  const overrides = { ...target.overrides };
  for (const { target: range } of beads.slice(from, to)) {
    for (let sentence = range[0]; sentence < range[1]; sentence += 1) {
      const changed = change(overrides[sentence] ?? target.provenance);
      if (isSame(changed, target.provenance)) delete overrides[sentence];
      else overrides[sentence] = changed;
    }
  }
  const { overrides: _, ...rest } = target;
  return Object.keys(overrides).length === 0 ? rest : { ...rest, overrides };
}

/** Where a translation came from stays. */
function approved(provenance: Provenance): Provenance {
  const { origin, standing } = provenance;
  return standing === "approved" ? provenance : { origin, standing: "approved", approvedFrom: standing };
}

/** What was approved before approvals remembered it is trusted as whoever made it. */
function takenBack(provenance: Provenance): Provenance {
  const { origin, standing, approvedFrom } = provenance;
  return standing === "approved" ? { origin, standing: approvedFrom ?? USUAL_STANDING[origin.kind] } : provenance;
}

const USUAL_STANDING = { engine: "machine", file: "human", person: "corrected" } as const;

function isSame(one: Provenance, other: Provenance): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
