import { type Bitext, type Polytext, type Range, type Row, type Side, SteleError } from "@stele/model";

/** A place between sentences, as sentence indexes a side. */
type Cut = readonly number[];

/**
 * Two or three languages in rows from one, two or three bitexts. Without a third bitext the two others must share
 * an article; that article is the first side. Rows are the finest division that no pair's bead crosses.
 *
 * @throws SteleError `input-empty` without a bitext, `beads-invalid` where the bitexts do not share their articles.
 */
export function buildPolytext(pairs: readonly Bitext[]): Polytext {
  const [first] = pairs;
  if (first === undefined) throw noPairs();
  const sides = sidesOf(pairs);
  const cuts = cutsOf(pairs, sides);
  return { sides, rows: rowsOf(cuts, pairs, sides), pairs };
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
  const [a, b, c] = sides;
  if (a === undefined || b === undefined) return [];
  const ab = endsOf(pairs, a, b);
  if (c === undefined) return ab;
  const ac = endsOf(pairs, a, c);
  const bc = pairs.length === 3 ? endsOf(pairs, b, c) : undefined;
  return bc === undefined ? staircase(ab, ac) : agreement(ab, ac, bc);
}

/** The ends of the beads between two sides, as `[place in x, place in y]`, in order and beginning with `[0, 0]`. */
function endsOf(pairs: readonly Bitext[], x: Side, y: Side): Cut[] {
  for (const pair of pairs) {
    const ids = [pair.source.article.id, pair.target.article.id];
    const beads = pair.beads;
    if (ids[0] === x.article.id && ids[1] === y.article.id)
      return [[0, 0], ...beads.map((bead) => [bead.source[1], bead.target[1]])];
    if (ids[0] === y.article.id && ids[1] === x.article.id)
      return [[0, 0], ...beads.map((bead) => [bead.target[1], bead.source[1]])];
  }
  throw strangers(pairs.length, 2);
}

function groupBy(ends: readonly Cut[], key: number, value: number): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const end of ends) {
    const group = groups.get(end[key] ?? 0) ?? [];
    group.push(end[value] ?? 0);
    groups.set(end[key] ?? 0, group);
  }
  return groups;
}

/** Two pairs only: at each shared place of the first side, the sentences only the second has, then the third's. */
function staircase(ab: readonly Cut[], ac: readonly Cut[]): Cut[] {
  const cs = groupBy(ac, 0, 1);
  const bs = groupBy(ab, 0, 1);
  const cuts: Cut[] = [];
  for (const [a, ofB] of bs) {
    const ofC = cs.get(a);
    if (ofC === undefined) continue;
    for (const b of ofB) cuts.push([a, b, ofC[0] ?? 0]);
    for (const c of ofC.slice(1)) cuts.push([a, ofB.at(-1) ?? 0, c]);
  }
  return cuts;
}

/** Three pairs: for each end of b–c, the places of a that end a bead with both. */
function agreement(ab: readonly Cut[], ac: readonly Cut[], bc: readonly Cut[]): Cut[] {
  const fromB = groupBy(ab, 1, 0);
  const fromC = groupBy(ac, 1, 0);
  return bc.flatMap(([b = 0, c = 0]) => {
    const allowed = new Set(fromC.get(c));
    return (fromB.get(b) ?? []).filter((a) => allowed.has(a)).map((a) => [a, b, c]);
  });
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
