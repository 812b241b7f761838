import { type Bead, doubtLimit, type Operation, type Range, type SideName, SteleError } from "@stele/core/node";
import type { Shift } from "./edit-side.ts";

type BeadOperation = Extract<Operation, { op: "merge" | "split" | "move" | "approve" | "review" | "clear" }>;
type Kind<K extends BeadOperation["op"]> = Extract<BeadOperation, { op: K }>;

/**
 * The beads after one step of a correction. What a person makes has no score and is fixed.
 *
 * @throws SteleError `beads-invalid` where the step names no bead or would leave a bead's bounds.
 */
export function editBeads(beads: readonly Bead[], operation: BeadOperation): readonly Bead[] {
  switch (operation.op) {
    case "merge":
      return mergeBeads(beads, operation);
    case "split":
      return splitBead(beads, operation);
    case "move":
      return moveBoundary(beads, operation);
    case "approve":
      return changeBeads(beads, operation, (bead) => ({ ...bead, lowScore: false, fixed: true }));
    case "review":
      return changeBeads(beads, operation, (bead) => ({ ...bead, lowScore: true, fixed: true }));
    case "clear":
      return changeBeads(beads, operation, clearedBy(doubtLimit(beads.map(({ score }) => score ?? 1))));
  }
}

function mergeBeads(beads: readonly Bead[], { from, to }: Kind<"merge">): readonly Bead[] {
  const first = beads[from];
  const last = beads[to - 1];
  if (first === undefined || last === undefined || to - from < 2) throw notInReach("merge", from);
  const merged = byPerson([first.source[0], last.source[1]], [first.target[0], last.target[1]]);
  return beads.toSpliced(from, to - from, merged);
}

function splitBead(beads: readonly Bead[], { bead: index, source, target }: Kind<"split">): readonly Bead[] {
  const bead = beads[index];
  if (bead === undefined || !isWithin(bead.source, source) || !isWithin(bead.target, target)) {
    throw notInReach("split", index);
  }
  const parts = [
    byPerson([bead.source[0], source], [bead.target[0], target]),
    byPerson([source, bead.source[1]], [target, bead.target[1]]),
  ];
  if (parts.some(isEmpty)) throw notInReach("split", index);
  return beads.toSpliced(index, 1, ...parts);
}

function moveBoundary(beads: readonly Bead[], { bead: index, side, by }: Kind<"move">): readonly Bead[] {
  const first = beads[index];
  const second = beads[index + 1];
  if (first === undefined || second === undefined || by === 0) throw notInReach("move", index);
  const place = first[side][1] + by;
  if (place < first[side][0] || place > second[side][1]) throw notInReach("move", index);
  const parts = [withSide(first, side, [first[side][0], place]), withSide(second, side, [place, second[side][1]])];
  return beads.toSpliced(index, 2, ...parts.filter((part) => !isEmpty(part)));
}

function changeBeads(
  beads: readonly Bead[],
  { op, from, to }: Kind<"approve" | "review" | "clear">,
  change: (bead: Bead) => Bead,
): readonly Bead[] {
  if (from < 0 || to > beads.length || from >= to) throw notInReach(op, from);
  return beads.map((bead, index) => (index >= from && index < to ? change(bead) : bead));
}

/**
 * Takes marks off a bead: it is doubtful where its score says so. A gap that nobody confirms is worth a second look. A
 * bead without a score was made by a person, which clearing does not undo.
 */
function clearedBy(limit: number): (bead: Bead) => Bead {
  return ({ source, target, score }) => {
    if (score !== null) return { source, target, score, lowScore: score < limit };
    const isGap = source[1] - source[0] + target[1] - target[0] === 1;
    return isGap ? { source, target, score, lowScore: true } : byPerson(source, target);
  };
}

/**
 * The beads after the sentences of one side were split or joined. Two beads that the joined sentence would lie in
 * become one.
 */
export function shiftBeads(beads: readonly Bead[], side: SideName, { at, by }: Shift): readonly Bead[] {
  if (by === 0) return beads;
  const whole = by === -1 ? joinedAround(beads, side, at) : beads;
  const moved = (place: number): number => (place > at ? place + by : place);
  return whole.map((bead) => ({ ...bead, [side]: [moved(bead[side][0]), moved(bead[side][1])] }));
}

function joinedAround(beads: readonly Bead[], side: SideName, at: number): readonly Bead[] {
  const from = beads.findIndex((bead) => holds(bead[side], at));
  const to = beads.findIndex((bead) => holds(bead[side], at + 1));
  return from === to ? beads : mergeBeads(beads, { op: "merge", from, to: to + 1 });
}

function holds([from, to]: Range, sentence: number): boolean {
  return from <= sentence && sentence < to;
}

function isWithin([from, to]: Range, place: number): boolean {
  return from <= place && place <= to;
}

function isEmpty({ source, target }: Bead): boolean {
  return source[0] === source[1] && target[0] === target[1];
}

function withSide(bead: Bead, side: SideName, range: Range): Bead {
  return side === "source" ? byPerson(range, bead.target) : byPerson(bead.source, range);
}

function byPerson(source: Range, target: Range): Bead {
  return { source, target, score: null, lowScore: false, fixed: true };
}

function notInReach(step: string, bead: number): SteleError {
  return new SteleError({
    code: "beads-invalid",
    message: `The bead number ${bead} cannot be changed so (${step}).`,
    hint: "Beads are counted from 0; a cut lies inside its bead, and each part keeps at least one sentence.",
    details: { step, bead },
  });
}
