import type { Bead, Range } from "@stele/model";

/** A place between sentences: how many sentences lie before it, a side. */
export type Cut = readonly number[];

/** The beads of one pair by the numbers of its sides; `turned` where its source is the later side. */
export interface PairBeads {
  readonly sides: readonly [number, number];
  readonly turned: boolean;
  readonly beads: readonly Bead[];
}

/** How much of the score of beads that follow from two other pairs a contradiction takes away that was sure of itself. */
const DISAGREEMENT = 0.5;

/** The ends of a pair's beads as places of its two sides, beginning with `[0, 0]`. */
export function endsOf({ beads, turned }: PairBeads): Cut[] {
  return [
    [0, 0],
    ...beads.map((bead) => (turned ? [bead.target[1], bead.source[1]] : [bead.source[1], bead.target[1]])),
  ];
}

/** At each place that both chains share in their first side: what only the second side has, then what only the third. */
export function staircase(first: readonly Cut[], second: readonly Cut[]): Cut[] {
  const ys = groupBy(first);
  const zs = groupBy(second);
  const cuts: Cut[] = [];
  for (const [x, ofY] of ys) {
    const ofZ = zs.get(x);
    if (ofZ === undefined) continue;
    for (const y of ofY) cuts.push([x, y, ofZ[0] ?? 0]);
    for (const z of ofZ.slice(1)) cuts.push([x, ofY.at(-1) ?? 0, z]);
  }
  return cuts;
}

function groupBy(ends: readonly Cut[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [key = 0, value = 0] of ends) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * Where the three pairs contradict each other, the pair whose bead has the weakest evidence yields inside that row: its
 * beads there become those that follow from the two others. Beads of a person never yield. `inside` holds each pair's
 * beads of the row. Returns the pair's new beads, or undefined where nothing in the row can be divided further.
 */
export function yieldInRow(
  pairs: readonly PairBeads[],
  inside: readonly (readonly Bead[])[],
  [start, end]: readonly [Cut, Cut],
): { readonly pair: number; readonly beads: readonly Bead[] } | undefined {
  if (inside.every((beads) => beads.length <= 1)) return undefined;
  const scores = inside.map(weakestOf);
  const weakest = Math.min(...scores.map((score) => score ?? 1));
  for (const [pair, score] of scores.entries()) {
    if (score !== weakest) continue;
    const others = pairs.flatMap((one, index) => (index === pair ? [] : [{ ...one, beads: inside[index] ?? [] }]));
    const contradiction = { score, isSure: (inside[pair] ?? []).every((bead) => !bead.lowScore) };
    const beads = follow(pairs[pair], others, { start, end, contradiction });
    if (beads !== undefined) return { pair, beads };
  }
  return undefined;
}

/** The beads of a pair by rows, which none of them crosses: one walk, since rows and beads are both in order. */
export function beadsByRow({ beads, sides, turned }: PairBeads, cuts: readonly Cut[]): (readonly Bead[])[] {
  let next = 0;
  return cuts.slice(1).map((end) => {
    const from = next;
    while (next < beads.length && endsWithin(beads[next], [end[sides[0]] ?? 0, end[sides[1]] ?? 0], turned)) next += 1;
    return beads.slice(from, next);
  });
}

function endsWithin(bead: Bead | undefined, [x, y]: readonly [number, number], turned: boolean): boolean {
  if (bead === undefined) return false;
  const [one, other] = turned ? [bead.target, bead.source] : [bead.source, bead.target];
  return one[1] <= x && other[1] <= y;
}

/** The lowest score; undefined where a person made one of the beads, or there are none. */
function weakestOf(beads: readonly Bead[]): number | undefined {
  if (beads.length === 0 || beads.some((bead) => bead.fixed === true)) return undefined;
  return Math.min(...beads.map((bead) => bead.score ?? 1));
}

/** A row, and what the pair that yields had to say against the two others. */
interface YieldingRow {
  readonly start: Cut;
  readonly end: Cut;
  readonly contradiction: { readonly score: number | undefined; readonly isSure: boolean };
}

/** The beads of a pair that follow from the two others inside a row; undefined where they give only one. */
function follow(
  pair: PairBeads | undefined,
  others: readonly PairBeads[],
  { start, end, contradiction }: YieldingRow,
): Bead[] | undefined {
  if (pair === undefined) return undefined;
  const shared = [0, 1, 2].find((side) => !pair.sides.includes(side)) ?? 0;
  const chains = pair.sides.map((side) => {
    const other = others.find((one) => one.sides.includes(side));
    if (other === undefined) return [];
    const from: Cut = [start[shared] ?? 0, start[side] ?? 0];
    const ends = endsOf(other).slice(1);
    return [from, ...(other.sides[0] === shared ? ends : ends.map(([x = 0, y = 0]): Cut => [y, x]))];
  });
  const cuts = staircase(chains[0] ?? [], chains[1] ?? []);
  const last = cuts.at(-1);
  const isWhole = last?.[0] === end[shared] && last?.[1] === end[pair.sides[0]] && last?.[2] === end[pair.sides[1]];
  if (!isWhole || cuts.length <= 2) return undefined;
  return cuts.slice(1).flatMap((cut, index) => {
    const from = cuts[index] ?? [];
    const witnesses = others.flatMap((other) => witnessesOf(other, shared, [from[0] ?? 0, cut[0] ?? 0]));
    const lowest = Math.min(1, ...witnesses.map((bead) => bead.score ?? 1));
    const score = lowest * (1 - DISAGREEMENT * (contradiction.score ?? 1));
    const lowScore = contradiction.isSure || witnesses.some((bead) => bead.lowScore);
    return toBeads(pair, [from, cut], { score, lowScore });
  });
}

/** The beads of another pair that lie between two places of the side that both pairs share. */
function witnessesOf({ beads, sides, turned }: PairBeads, shared: number, [from, to]: Range): readonly Bead[] {
  const isSource = (sides[0] === shared) !== turned;
  return beads.filter((bead) => {
    const [begin, end] = isSource ? bead.source : bead.target;
    return begin >= from && end <= to;
  });
}

function toBeads(
  pair: PairBeads,
  [from, to]: readonly [Cut, Cut],
  { score, lowScore }: Pick<Bead, "lowScore"> & { readonly score: number },
): Bead[] {
  const x: Range = [from[1] ?? 0, to[1] ?? 0];
  const y: Range = [from[2] ?? 0, to[2] ?? 0];
  const bead = (one: Range, other: Range, value: number | null): Bead => ({
    source: pair.turned ? other : one,
    target: pair.turned ? one : other,
    score: value,
    lowScore,
  });
  if (x[0] < x[1] && y[0] < y[1]) return [bead(x, y, score)];
  const alone = ([first, last]: Range): Range[] =>
    Array.from({ length: last - first }, (_, k) => [first + k, first + k + 1]);
  return [
    ...alone(x).map((one) => bead(one, [y[0], y[0]], null)),
    ...alone(y).map((other) => bead([x[1], x[1]], other, null)),
  ];
}
