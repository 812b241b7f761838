import { type Cut, divide, isLoose, type OrientedBead, type PairBeads } from "./places.ts";

/** The beads of each pair between two places that all pairs agree on. */
export interface Stretch {
  readonly start: Cut;
  readonly end: Cut;
  readonly pairs: readonly PairBeads[];
}

/** A place that two pairs agree on, and the third crosses. */
export interface Claim {
  readonly cut: Cut;
  /** The pair that crosses. */
  readonly pair: number;
  /** The log odds of the place by the two pairs, less those of the bead that crosses. */
  readonly evidence: number;
  /** In each pair, the beads on either side of the place, and between them those that cross it. */
  readonly around: readonly Around[];
}

/** Beads by their places in the list of a pair: `before < … < after`; what lies between crosses. */
interface Around {
  readonly before: number;
  readonly after: number;
}

/** The places inside a row that only one pair crosses, unless a person made the bead that does. */
export function claimsAgainst(row: Stretch, pair: number): Claim[] {
  const cuts = divide(row.pairs.toSpliced(pair, 1), [row.start, row.end]).slice(0, -1);
  return cuts.flatMap((cut): Claim[] => {
    const around = row.pairs.map((one) => beadsAround(one, cut));
    const crossed = beadsBetween(row.pairs[pair], around[pair]).filter((one) => !isLoose(one));
    if (crossed.some(({ bead }) => bead.fixed === true)) return [];
    const against = Math.max(...crossed.map(logOdds));
    const support = row.pairs.map((one, index) => (index === pair ? 0 : supportOf(one, around[index], { row, cut })));
    return [{ cut, pair, evidence: support.reduce((sum, value) => sum + value, 0) - against, around }];
  });
}

function beadsBetween(pair: PairBeads | undefined, around: Around | undefined): readonly OrientedBead[] {
  return pair === undefined || around === undefined ? [] : pair.beads.slice(around.before + 1, around.after);
}

/**
 * If a bead beside a place is right, so is the place. A pair of which the row holds nothing on one side of the place
 * says nothing of it.
 */
function supportOf(
  { beads, sides }: PairBeads,
  around: Around | undefined,
  { row, cut }: { readonly row: Stretch; readonly cut: Cut },
): number {
  const isAt = (place: Cut): boolean => sides.every((side) => place[side] === cut[side]);
  if (around === undefined || isAt(row.start) || isAt(row.end)) return 0;
  const beside = beads.slice(Math.max(0, around.before), around.after + 1);
  return Math.max(0, Math.min(...beside.map(logOdds)));
}

/** One-sided beads have no score; so many are taken to be right, of those in doubt and of the others. */
const ALONE = { doubtful: 0.55, sure: 0.95 } as const;
const MOST_SURE = 0.999;

function logOdds({ bead }: OrientedBead): number {
  const alone = bead.lowScore ? ALONE.doubtful : ALONE.sure;
  const probability = bead.fixed === true ? 1 : (bead.score ?? alone);
  const bounded = Math.min(MOST_SURE, Math.max(1 - MOST_SURE, probability));
  return Math.log(bounded / (1 - bounded));
}

function beadsAround({ beads, sides: [x, y] }: PairBeads, cut: Cut): Around {
  const [atX, atY] = [cut[x] ?? 0, cut[y] ?? 0];
  const count = (isBefore: (one: OrientedBead) => boolean): number => firstWithout(beads, isBefore);
  const notBefore = Math.min(
    count(({ ranges }) => ranges[0][1] <= atX),
    count(({ ranges }) => ranges[1][1] <= atY),
  );
  const after = Math.max(
    count(({ ranges }) => ranges[0][0] < atX),
    count(({ ranges }) => ranges[1][0] < atY),
  );
  return { before: notBefore - 1, after };
}

/** The first bead that does not fulfil what all beads before it do. */
function firstWithout(beads: readonly OrientedBead[], holds: (one: OrientedBead) => boolean): number {
  let [low, high] = [0, beads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = beads[middle];
    if (one !== undefined && holds(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
