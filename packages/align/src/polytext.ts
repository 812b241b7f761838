import { type Bitext, type Polytext, type Range, type Row, type Side, SteleError } from "@stele/model";
import { beadsByRow, type Cut, endsOf, type PairBeads, staircase, yieldInRow } from "./reconcile.ts";

/**
 * Two or three languages in rows from one, two or three bitexts. Without a third bitext the two others must share
 * an article; that article is the first side. Rows are the finest division that no pair's bead crosses. Where three
 * pairs contradict each other, the bead with the weakest evidence yields first: `pairs` holds the bitexts after that.
 *
 * @throws SteleError `input-empty` without a bitext, `beads-invalid` where the bitexts do not share their articles.
 */
export function buildPolytext(pairs: readonly Bitext[]): Polytext {
  const [first] = pairs;
  if (first === undefined) throw noPairs();
  const sides = sidesOf(pairs);
  const reconciled = reconcile(pairs, sides);
  return { sides, rows: rowsOf(cutsOf(reconciled, sides), reconciled, sides), pairs: reconciled };
}

function sidesOf(pairs: readonly Bitext[]): Side[] {
  const sides: Side[] = [];
  for (const side of pairs.flatMap((pair) => [pair.source, pair.target])) {
    if (!sides.some((known) => known.article.id === side.article.id)) sides.push(side);
  }
  const shared = (side: Side): number => pairs.filter((pair) => pair.source.article.id === side.article.id).length;
  const [most, ...rest] = [...sides].sort((a, b) => shared(b) - shared(a));
  const legal = most !== undefined && sides.length === Math.min(3, pairs.length + 1) && pairs.length <= 3;
  if (!legal || !pairs.every((pair) => isConsistent(pair, sides))) throw strangers(pairs.length, sides.length);
  return [most, ...rest.sort((a, b) => sides.indexOf(a) - sides.indexOf(b))];
}

function isConsistent(pair: Bitext, sides: readonly Side[]): boolean {
  return [pair.source, pair.target].every((side) => {
    const known = sides.find((other) => other.article.id === side.article.id);
    return known?.sentences.length === side.sentences.length;
  });
}

/** The places where all pairs agree that a row may end. They form one chain, since the ends of each pair's beads do. */
function cutsOf(pairs: readonly Bitext[], sides: readonly Side[]): Cut[] {
  const ends = (x: number, y: number): Cut[] => endsOf(pairOf(pairs, sides, [x, y]));
  if (sides.length === 2) return ends(0, 1);
  if (pairs.length === 2) return staircase(ends(0, 1), ends(0, 2));
  return agreement(ends(0, 1), ends(0, 2), ends(1, 2));
}

const ALL_PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/** Lets the weakest pair yield in each row that the two others divide further. */
function reconcile(pairs: readonly Bitext[], sides: readonly Side[]): readonly Bitext[] {
  if (pairs.length < 3) return pairs;
  const cuts = cutsOf(pairs, sides);
  const read = ALL_PAIRS.map((both) => pairOf(pairs, sides, both));
  const rows = read.map((pair) => beadsByRow(pair, cuts));
  const yielding = new Set<number>();
  for (const [index, end] of cuts.slice(1).entries()) {
    const inside = rows.map((row) => row[index] ?? []);
    const yielded = yieldInRow(read, inside, [cuts[index] ?? [], end]);
    if (yielded === undefined) continue;
    rows[yielded.pair]?.splice(index, 1, yielded.beads);
    yielding.add(yielded.pair);
  }
  return pairs.map((one) => {
    const at = read.findIndex(({ beads }) => beads === one.beads);
    return yielding.has(at) ? { ...one, beads: (rows[at] ?? []).flat() } : one;
  });
}

/** The beads between two sides, whichever of them the pair calls its source. */
function pairOf(pairs: readonly Bitext[], sides: readonly Side[], [x, y]: readonly [number, number]): PairBeads {
  const [one, other] = [sides[x]?.article.id, sides[y]?.article.id];
  for (const { source, target, beads } of pairs) {
    if (source.article.id === one && target.article.id === other) return { sides: [x, y], turned: false, beads };
    if (source.article.id === other && target.article.id === one) return { sides: [x, y], turned: true, beads };
  }
  throw strangers(pairs.length, sides.length);
}

/** Three pairs: for each end of b–c, the places of a that end a bead with both. */
function agreement(ab: readonly Cut[], ac: readonly Cut[], bc: readonly Cut[]): Cut[] {
  const fromB = placesBySecond(ab);
  const fromC = placesBySecond(ac);
  return bc.flatMap(([b = 0, c = 0]) => {
    const allowed = new Set(fromC.get(c));
    return (fromB.get(b) ?? []).filter((a) => allowed.has(a)).map((a) => [a, b, c]);
  });
}

function placesBySecond(ends: readonly Cut[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [place = 0, key = 0] of ends) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

function rowsOf(cuts: readonly Cut[], pairs: readonly Bitext[], sides: readonly Side[]): Row[] {
  const scores = pairs.map((pair) => scoresBySentence(pair));
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? [];
    const runs = end.map((to, side): Range => [start[side] ?? 0, to]);
    const found = pairs.flatMap((pair, k) => {
      const side = sides.findIndex((one) => one.article.id === pair.source.article.id);
      const [from, to] = runs[side] ?? [0, 0];
      return (scores[k] ?? []).slice(from, to).filter((score) => score !== null);
    });
    return { runs, score: found.length === 0 ? null : Math.min(...found) };
  });
}

function scoresBySentence(pair: Bitext): (number | null)[] {
  return pair.beads.flatMap((bead) => Array.from({ length: bead.source[1] - bead.source[0] }, () => bead.score));
}

function noPairs(): SteleError {
  return new SteleError({
    code: "input-empty",
    message: "There is no bitext to build a polytext from.",
    hint: "Give one, two or three bitexts.",
  });
}

function strangers(pairs: number, sides: number): SteleError {
  return new SteleError({
    code: "beads-invalid",
    message: `The ${pairs} bitexts hold ${sides} articles that do not belong together.`,
    hint: "Two bitexts share one article, three bitexts join the same three articles with the same sentences.",
    details: { pairs, sides },
  });
}
