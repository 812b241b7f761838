import type { Bead, Range } from "@stele/model";

/** A place between sentences: how many sentences lie before it, a side. */
export type Cut = readonly number[];

/** A bead of one pair, its ranges in the order of the pair's sides. */
export interface OrientedBead {
  readonly ranges: readonly [Range, Range];
  readonly bead: Bead;
}

/** The beads of one pair by the numbers of its sides. */
export interface PairBeads {
  readonly sides: readonly [number, number];
  readonly beads: readonly OrientedBead[];
}

/** Where the rows of one pair may end: for each count of sentences of one side, the least place that has so many. */
interface PairPlaces {
  readonly sides: readonly [number, number];
  readonly least: readonly [readonly Cut[], readonly Cut[]];
  readonly start: Cut;
}

/**
 * The cuts of the finest division of what lies between two places, such that no pair's bead is crossed; `start` is not
 * among them. One-sided sentences that follow each other have no order between the sides: a pair that puts the lonely
 * sentence of one side before that of the other does not forbid the reverse.
 *
 * The places that a pair allows are closed under taking the lower or the higher of each count, so those that all pairs
 * allow are, too: the least place beyond a step is found by raising counts until every pair is content, and whatever
 * smallest step is taken first, the division is as fine.
 */
export function divide(pairs: readonly PairBeads[], [start, end]: readonly [Cut, Cut]): Cut[] {
  const places = pairs.map((pair) => placesOf(pair, start));
  const cuts: Cut[] = [];
  let here = start;
  while (here.some((count, side) => count < (end[side] ?? 0))) {
    here = nextPlace(places, here, end);
    cuts.push(here);
  }
  return cuts;
}

/** The smallest step; of equal ones that of the first side. */
function nextPlace(places: readonly PairPlaces[], here: Cut, end: Cut): Cut {
  let best = end;
  let size = Number.POSITIVE_INFINITY;
  for (const [side, count] of here.entries()) {
    if (count >= (end[side] ?? 0)) continue;
    const place = raise(places, here.with(side, count + 1));
    const length = place.reduce((sum, one) => sum + one, 0);
    if (length < size) [best, size] = [place, length];
  }
  return best;
}

/** The least place at or beyond `cut` that every pair allows. */
function raise(places: readonly PairPlaces[], cut: Cut): Cut {
  let raised = cut;
  for (let before: Cut = []; before !== raised; ) {
    before = raised;
    raised = places.reduce(raiseFor, raised);
  }
  return raised;
}

/** The least place at or beyond `cut` that one pair allows; `cut` itself if it does. */
function raiseFor(cut: Cut, { sides: [x, y], least, start }: PairPlaces): Cut {
  const [atX, atY] = [cut[x] ?? 0, cut[y] ?? 0];
  const byX = least[0][atX - (start[x] ?? 0)] ?? [];
  const byY = least[1][atY - (start[y] ?? 0)] ?? [];
  const [toX, toY] = [Math.max(byX[0] ?? 0, byY[0] ?? 0), Math.max(byX[1] ?? 0, byY[1] ?? 0)];
  return toX === atX && toY === atY ? cut : cut.with(x, toX).with(y, toY);
}

function placesOf({ sides, beads }: PairBeads, start: Cut): PairPlaces {
  const [x, y] = [start[sides[0]] ?? 0, start[sides[1]] ?? 0];
  const first: Cut[] = [[x, y]];
  const second: Cut[] = [[x, y]];
  let corner: Cut = [x, y];
  for (const [index, one] of beads.entries()) {
    const isFree = isLoose(one);
    if (!isFree || !isLoose(beads[index - 1])) corner = [one.ranges[0][0], one.ranges[1][0]];
    const [[fromX, toX], [fromY, toY]] = one.ranges;
    for (let count = fromX + 1; count <= toX; count++) first.push(isFree ? [count, corner[1] ?? 0] : [toX, toY]);
    for (let count = fromY + 1; count <= toY; count++) second.push(isFree ? [corner[0] ?? 0, count] : [toX, toY]);
  }
  return { sides, least: [first, second], start };
}

/** Whether the bead stands in any order between one-sided neighbours. */
export function isLoose(one: OrientedBead | undefined): boolean {
  return one !== undefined && one.bead.fixed !== true && isOneSided(one);
}

function isOneSided({ ranges }: Pick<OrientedBead, "ranges">): boolean {
  return ranges.some(([from, to]) => from === to);
}

/** The beads by the rows that hold them, in order; an empty range comes to where the row's order puts it. */
export function beadsByRow({ sides, beads }: PairBeads, start: Cut, cuts: readonly Cut[]): OrientedBead[][] {
  const rows = cuts.map((): OrientedBead[] => []);
  const next = [0, 0];
  for (const one of beads) {
    const k = one.ranges[0][0] < one.ranges[0][1] ? 0 : 1;
    while (one.ranges[k][0] >= (cuts[next[k] ?? 0]?.[sides[k]] ?? Number.POSITIVE_INFINITY))
      next[k] = (next[k] ?? 0) + 1;
    rows[next[k] ?? 0]?.push(one);
  }
  return rows.map((row, index) => {
    const at = sides.map((side) => (cuts[index - 1] ?? start)[side] ?? 0);
    return row.map((one) => moveTo(one, at));
  });
}

/** Puts the empty range of a bead where the beads before it end. */
function moveTo(one: OrientedBead, at: number[]): OrientedBead {
  const move = ([from, to]: Range, k: number): Range => {
    if (from === to) return [at[k] ?? 0, at[k] ?? 0];
    at[k] = to;
    return [from, to];
  };
  return { ...one, ranges: [move(one.ranges[0], 0), move(one.ranges[1], 1)] };
}
