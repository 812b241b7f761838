import type { Range } from "@stele/model";
import { type Claim, claimsAgainst, type Stretch } from "./claims.ts";
import { beadsByRow, type Cut, divide, type OrientedBead, type PairBeads } from "./places.ts";

/** How much of the score of beads that follow from two other pairs a contradiction takes away that was sure of itself. */
const DISAGREEMENT = 0.5;

/** Rows and the beads of each pair in them, none of which crosses a row. */
export interface Reconciled {
  readonly cuts: readonly Cut[];
  readonly beads: readonly (readonly OrientedBead[])[];
}

/**
 * The finest division into rows. Where a bead of one pair crosses a place that the two others agree on, the weaker
 * evidence yields: the bead, which then becomes what follows from the others, or the place. Beads of a person never
 * yield.
 */
export function reconcile(pairs: readonly PairBeads[], end: Cut): Reconciled {
  const start = end.map(() => 0);
  const [only, ...more] = pairs;
  if (only !== undefined && more.length === 0) {
    return { cuts: [start, ...only.beads.map(({ ranges }) => [ranges[0][1], ranges[1][1]])], beads: [only.beads] };
  }
  const rows = rowsOf({ start, end, pairs }, divide(pairs, [start, end]));
  if (pairs.length < 3) return joinRows(rows, start);
  // Where one-sided sentences could stand in either order, the order must not depend on which bead yielded first.
  const { beads } = joinRows(rows.flatMap(settle), start);
  const settled = pairs.map(({ sides }, index) => ({ sides, beads: beads[index] ?? [] }));
  return joinRows(rowsOf({ start, end, pairs: settled }, divide(settled, [start, end])), start);
}

function joinRows(rows: readonly Stretch[], start: Cut): Reconciled {
  const [first] = rows;
  return {
    cuts: [start, ...rows.map(({ end }) => end)],
    beads: (first?.pairs ?? []).map((_, index) => rows.flatMap(({ pairs }) => pairs[index]?.beads ?? [])),
  };
}

function rowsOf({ start, pairs }: Stretch, cuts: readonly Cut[]): Stretch[] {
  const byRow = pairs.map((pair) => beadsByRow(pair, start, cuts));
  return cuts.map((end, row) => ({
    start: cuts[row - 1] ?? start,
    end,
    pairs: pairs.map(({ sides }, index) => ({ sides, beads: byRow[index]?.[row] ?? [] })),
  }));
}

/** Lets beads yield until none crosses a place that has more evidence than it. */
function settle(row: Stretch): Stretch[] {
  const claims = row.pairs.flatMap((_, pair) => claimsAgainst(row, pair)).filter(({ evidence }) => evidence > 0);
  const chosen = independent(claims.toSorted((a, b) => b.evidence - a.evidence));
  if (chosen.length === 0) return [row];
  const pairs = row.pairs.map((pair, index) => ({ ...pair, beads: yieldTo(row, index, chosen) }));
  return rowsOf({ ...row, pairs }, [...chosen.map(({ cut }) => cut), row.end]).flatMap(settle);
}

/** The strongest claims of which no two touch the same bead; those that do are weighed again in the rows that remain. */
function independent(claims: readonly Claim[]): Claim[] {
  const touched = new Set<string>();
  const chosen = claims.filter(({ around }) => {
    const own = around.flatMap(({ before, after }, pair) =>
      Array.from({ length: after - before + 1 }, (_, k) => `${pair} ${before + k}`),
    );
    if (own.some((bead) => touched.has(bead))) return false;
    for (const bead of own) touched.add(bead);
    return true;
  });
  chosen.sort((a, b) => sum(a.cut) - sum(b.cut));
  let last: Cut = [];
  return chosen.filter(({ cut }) => {
    if (cut.some((count, side) => count < (last[side] ?? 0))) return false;
    last = cut;
    return true;
  });
}

function sum(cut: Cut): number {
  return cut.reduce((total, count) => total + count, 0);
}

/** The beads of a pair after those that cross a chosen place were divided there. */
function yieldTo({ pairs }: Stretch, pair: number, chosen: readonly Claim[]): OrientedBead[] {
  const { sides, beads } = pairs[pair] ?? { sides: [0, 1], beads: [] };
  let next = 0;
  const made = chosen.flatMap((claim) => {
    const around = claim.around[pair];
    if (claim.pair !== pair || around === undefined) return [];
    const kept = beads.slice(next, around.before + 1);
    next = around.after;
    const crossed = beads.slice(around.before + 1, around.after);
    return [
      ...kept,
      ...divideAt(
        crossed,
        sides.map((side) => claim.cut[side] ?? 0),
        judge(claim, crossed, pairs),
      ),
    ];
  });
  return [...made, ...beads.slice(next)];
}

/** What is thought of the beads before a place and after it. */
type Judgement = readonly { readonly score: number; readonly lowScore: boolean }[];

/**
 * The lower score of the others' beads there, less up to half of it: the surer the beads that yielded were, the more.
 * Doubtful where those beads are, or where the beads that yielded were not.
 */
function judge({ pair, around }: Claim, crossed: readonly OrientedBead[], pairs: readonly PairBeads[]): Judgement {
  const against = Math.min(1, ...crossed.map(({ bead }) => bead.score ?? 1));
  const isSure = crossed.every(({ bead }) => !bead.lowScore);
  return (["before", "after"] as const).map((side) => {
    const witnesses = pairs.flatMap(({ beads }, index) => {
      const one = beads[around[index]?.[side] ?? -1];
      return index === pair || one === undefined ? [] : [one.bead];
    });
    const lowest = Math.min(1, ...witnesses.map((bead) => bead.score ?? 1));
    return {
      score: lowest * (1 - DISAGREEMENT * against),
      lowScore: isSure || witnesses.some((bead) => bead.lowScore),
    };
  });
}

function divideAt(crossed: readonly OrientedBead[], [x = 0, y = 0]: readonly number[], judgement: Judgement) {
  const [first, last] = [crossed[0], crossed.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [from, to] = [first.ranges.map((range) => range[0]), last.ranges.map((range) => range[1])];
  return [
    ...beadsOf(
      [
        [from[0] ?? 0, x],
        [from[1] ?? 0, y],
      ],
      judgement[0],
    ),
    ...beadsOf(
      [
        [x, to[0] ?? 0],
        [y, to[1] ?? 0],
      ],
      judgement[1],
    ),
  ];
}

/** One bead over the two runs, or one for each sentence that stands alone. */
function beadsOf([x, y]: readonly [Range, Range], { score, lowScore } = { score: 0, lowScore: true }): OrientedBead[] {
  const make = (first: Range, second: Range, value: number | null): OrientedBead => ({
    ranges: [first, second],
    bead: { source: first, target: second, score: value, lowScore: value === null || lowScore },
  });
  if (x[0] < x[1] && y[0] < y[1]) return [make(x, y, score)];
  return [
    ...singles(x).map((one) => make(one, [y[0], y[0]], null)),
    ...singles(y).map((other) => make([x[1], x[1]], other, null)),
  ];
}

function singles([first, last]: Range): Range[] {
  return Array.from({ length: last - first }, (_, k) => [first + k, first + k + 1]);
}
