import { type Bead, type Bitext, type Polytext, type Range, type Row, type Side, SteleError } from "@stele/model";
import type { Cut, OrientedBead, PairBeads } from "./places.ts";
import { reconcile } from "./reconcile.ts";

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
  if (pairs.length === 1) return { sides: [first.source, first.target], rows: rowsOfPair(first), pairs };
  const sides = sidesOf(pairs);
  const ends = sides.map(({ sentences }) => sentences.length);
  const { cuts, beads } = reconcile(
    pairs.map((pair) => orient(pair, sides)),
    ends,
  );
  const reconciled = pairs.map((pair, index) => withBeads(pair, beads[index] ?? [], sides));
  return { sides, rows: rowsOf(cuts, reconciled, sides), pairs: reconciled };
}

/** The beads of one pair are its rows: of a book nothing else is made. */
function rowsOfPair({ beads }: Bitext): readonly Row[] {
  return beads.map(({ source, target, score }) => ({ runs: [source, target], score }));
}

/** The beads of a pair as the order of the sides has them. */
function orient({ source, target, beads }: Bitext, sides: readonly Side[]): PairBeads {
  const [from, to] = [source, target].map(({ article }) => sides.findIndex((side) => side.article.id === article.id));
  const [x = 0, y = 0] = [from, to];
  if (x < y) return { sides: [x, y], beads: beads.map((bead) => ({ ranges: [bead.source, bead.target], bead })) };
  return { sides: [y, x], beads: beads.map((bead) => ({ ranges: [bead.target, bead.source], bead })) };
}

function withBeads(pair: Bitext, found: readonly OrientedBead[], sides: readonly Side[]): Bitext {
  const place = (side: Side): number => sides.findIndex(({ article }) => article.id === side.article.id);
  const isTurned = place(pair.target) < place(pair.source);
  const beads = found.map(({ ranges, bead }): Bead => {
    const [source, target] = isTurned ? [ranges[1], ranges[0]] : ranges;
    const isSame = source[0] === bead.source[0] && target[0] === bead.target[0];
    return isSame && source[1] === bead.source[1] && target[1] === bead.target[1] ? bead : { ...bead, source, target };
  });
  return beads.every((bead, index) => bead === pair.beads[index]) ? pair : { ...pair, beads };
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
