import type { Bead, Operation, SideName } from "../api/nouns.ts";
import type { Place, Reading } from "../reader/reading.ts";

/** A sentence seen from the pair that is corrected. */
export interface Spot {
  /** Index of the pair. */
  readonly pair: number;
  readonly side: SideName;
  readonly sentence: number;
  /** Index of its bead in the pair. */
  readonly bead: number;
}

/**
 * The pair that a correction at `place` is about: the one that leads from the first side to the place's own; on the
 * first side itself the chosen one. Undefined where no such pair is.
 */
export function spotOf(reading: Reading, place: Place, chosen: number): Spot | undefined {
  const own = reading.pairSides.findIndex(([source, target]) => source === 0 && target === place.side);
  const pair = place.side === 0 ? chosen : own;
  const side: SideName = place.side === 0 ? "source" : "target";
  const bead = reading.beadOf[pair]?.[side][place.sentence];
  return bead === undefined || bead < 0 ? undefined : { pair, side, sentence: place.sentence, bead };
}

/** What a key of the correction mode does to the beads. */
export type Reshaping = "up" | "down" | "split" | "merge" | "approve" | "review" | "clear";

/** The step that a key means at a spot; undefined where it would change nothing. */
export function operationAt(beads: readonly Bead[], spot: Spot, reshaping: Reshaping): Operation | undefined {
  const bead = beads[spot.bead];
  if (bead === undefined) return undefined;
  if (reshaping === "approve" || reshaping === "review" || reshaping === "clear")
    return { op: reshaping, from: spot.bead, to: spot.bead + 1 };
  if (reshaping === "merge")
    return spot.bead + 1 < beads.length ? { op: "merge", from: spot.bead, to: spot.bead + 2 } : undefined;
  if (reshaping === "split") return splitAt(bead, spot);
  const [from, to] = bead[spot.side];
  if (reshaping === "up") {
    const by = spot.sentence - from + 1;
    return spot.bead === 0 ? undefined : { op: "move", bead: spot.bead - 1, side: spot.side, by };
  }
  return spot.bead + 1 >= beads.length
    ? undefined
    : { op: "move", bead: spot.bead, side: spot.side, by: spot.sentence - to };
}

/** Cuts before the sentence, behind it where it is the first; the other side is cut at the same share. */
function splitAt(bead: Bead, { side, sentence, bead: index }: Spot): Operation | undefined {
  const [from, to] = bead[side];
  const cut = sentence > from ? sentence : from + 1;
  if (to - from < 2) return splitOtherSide(bead, side, index);
  const other = bead[side === "source" ? "target" : "source"];
  const share = Math.round(((cut - from) / (to - from)) * (other[1] - other[0]));
  const otherCut = other[1] - other[0] === 1 ? other[1] : other[0] + share;
  return side === "source"
    ? { op: "split", bead: index, source: cut, target: otherCut }
    : { op: "split", bead: index, source: otherCut, target: cut };
}

function splitOtherSide(bead: Bead, side: SideName, index: number): Operation | undefined {
  const other = bead[side === "source" ? "target" : "source"];
  if (other[1] - other[0] < 2) {
    // One sentence against one: they part and stand alone.
    return other[1] - other[0] === 1
      ? { op: "split", bead: index, source: bead.source[1], target: bead.target[0] }
      : undefined;
  }
  const cut = other[0] + 1;
  return side === "source"
    ? { op: "split", bead: index, source: bead.source[1], target: cut }
    : { op: "split", bead: index, source: cut, target: bead.target[1] };
}

/**
 * The steps that make two sentences of the two sides begin a bead together: what lies between their beads becomes one
 * and is cut before both. Empty where they begin one already, or where one of them is the first of its side only.
 */
export function pinpoint(beads: readonly Bead[], one: Spot, other: Spot): readonly Operation[] {
  if (one.pair !== other.pair || one.side === other.side) return [];
  const [source, target] = one.side === "source" ? [one, other] : [other, one];
  const from = Math.min(source.bead, target.bead);
  const to = Math.max(source.bead, target.bead) + 1;
  const [first, last] = [beads[from], beads[to - 1]];
  if (first === undefined || last === undefined) return [];
  const begins =
    source.bead === target.bead && first.source[0] === source.sentence && first.target[0] === target.sentence;
  const isHead = first.source[0] === source.sentence && first.target[0] === target.sentence;
  const merging: readonly Operation[] = to - from > 1 ? [{ op: "merge", from, to }] : [];
  if (begins) return [];
  if (isHead) return merging;
  return [...merging, { op: "split", bead: from, source: source.sentence, target: target.sentence }];
}
