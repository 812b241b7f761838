import { type Bead, checkBeads, type Range, type SideLengths, SteleError } from "@stele/model";
import type { Stretch } from "./stretch.ts";

/** What stays as it is and what is searched, in the order of the text. */
export interface SearchPlan {
  /** Beads that come back unchanged. */
  readonly kept: readonly Bead[];
  /** What lies between them and is still open; empty on at most one side. */
  readonly open: readonly Stretch[];
}

/** From this score on a previous bead holds the search back. */
const CONFIDENT = 0.9;

/**
 * Plans a search around fixed beads. Without `previous` everything between them is open; with it only what the new
 * fixed beads touch, up to the nearest confident bead on either side.
 *
 * @throws SteleError `beads-invalid` where fixed beads overlap, cross or leave the text, or `previous` has gaps.
 */
export function planSearch(
  lengths: SideLengths,
  options: { readonly fixed?: readonly Bead[]; readonly previous?: readonly Bead[] },
): SearchPlan {
  const given = (options.fixed ?? []).map((bead): Bead => ({ ...bead, score: null, lowScore: false, fixed: true }));
  checkOrder(given, lengths);
  const { previous } = options;
  if (previous === undefined) return { kept: given, open: openBetween(given, lengths) };
  checkBeads(previous, lengths);
  const older = previous.filter((bead) => bead.fixed === true && !given.some((one) => collides(one, bead)));
  const fixed = [...given, ...older].sort(inOrder);
  checkOrder(fixed, lengths);
  const isOpen = openBeads(previous, fixed);
  const unchanged = previous.filter((bead, index) => isOpen[index] === false && bead.fixed !== true);
  const kept = [...unchanged, ...fixed].sort(inOrder);
  return { kept, open: openBetween(kept, lengths) };
}

function inOrder(a: Bead, b: Bead): number {
  return (
    a.source[0] - b.source[0] || a.target[0] - b.target[0] || a.source[1] - b.source[1] || a.target[1] - b.target[1]
  );
}

function collides(a: Bead, b: Bead): boolean {
  const isBefore = (x: Bead, y: Bead): boolean => x.source[1] <= y.source[0] && x.target[1] <= y.target[0];
  return !isBefore(a, b) && !isBefore(b, a);
}

/**
 * Marks the previous beads that the fixed ones touch, and from there on everything up to a confident bead. Only a bead
 * that a fixed one shares a sentence with, or crosses, is touched; one that is the very same stays closed.
 */
function openBeads(previous: readonly Bead[], fixed: readonly Bead[]): boolean[] {
  const open = previous.map(() => false);
  let index = 0;
  for (const bead of fixed) {
    while (index > 0 && !isWhollyBefore(previous[index - 1], bead)) index--;
    while (index < previous.length && isWhollyBefore(previous[index], bead)) index++;
    const first = index;
    while (index < previous.length && !isWhollyAfter(previous[index], bead)) open[index++] = true;
    if (!isSame(previous, [first, index], bead)) spread(previous, open, [first, index]);
  }
  return open;
}

function isWhollyBefore(bead: Bead | undefined, fixed: Bead): boolean {
  return bead !== undefined && bead.source[1] <= fixed.source[0] && bead.target[1] <= fixed.target[0];
}

function isWhollyAfter(bead: Bead | undefined, fixed: Bead): boolean {
  return bead !== undefined && bead.source[0] >= fixed.source[1] && bead.target[0] >= fixed.target[1];
}

function isSame(previous: readonly Bead[], [first, last]: Range, fixed: Bead): boolean {
  const bead = previous[first];
  return (
    last - first === 1 &&
    bead !== undefined &&
    bead.source.join() === fixed.source.join() &&
    bead.target.join() === fixed.target.join()
  );
}

function spread(previous: readonly Bead[], open: boolean[], [first, last]: Range): void {
  for (let at = first - 1; at >= 0 && !isConfident(previous[at]); at--) open[at] = true;
  for (let at = last; at < previous.length && !isConfident(previous[at]); at++) open[at] = true;
}

function isConfident(bead: Bead | undefined): boolean {
  return bead !== undefined && (bead.fixed === true || (bead.score ?? 0) >= CONFIDENT);
}

function openBetween(kept: readonly Bead[], lengths: SideLengths): Stretch[] {
  const open: Stretch[] = [];
  let source = 0;
  let target = 0;
  const end = { source: [lengths.source, lengths.source], target: [lengths.target, lengths.target] } as const;
  for (const bead of [...kept, end]) {
    if (source < bead.source[0] || target < bead.target[0]) {
      open.push({ source: [source, bead.source[0]], target: [target, bead.target[0]] });
    }
    [source, target] = [bead.source[1], bead.target[1]];
  }
  return open;
}

function checkOrder(fixed: readonly Bead[], lengths: SideLengths): void {
  let source = 0;
  let target = 0;
  for (const [index, bead] of fixed.entries()) {
    const grows = bead.source[0] <= bead.source[1] && bead.target[0] <= bead.target[1];
    const holds = bead.source[0] < bead.source[1] || bead.target[0] < bead.target[1];
    const isWhole = [...bead.source, ...bead.target].every(Number.isInteger);
    const fits = bead.source[0] >= source && bead.target[0] >= target;
    if (!isWhole || !grows || !holds || !fits) throw misplaced(index, bead);
    [source, target] = [bead.source[1], bead.target[1]];
  }
  if (source > lengths.source || target > lengths.target) throw misplaced(fixed.length - 1, fixed.at(-1));
}

function misplaced(index: number, bead: Bead | undefined): SteleError {
  const shape = bead === undefined ? "" : `[${bead.source.join(", ")}) : [${bead.target.join(", ")})`;
  return new SteleError({
    code: "beads-invalid",
    message: `The fixed bead number ${index}, ${shape}, overlaps or crosses another or leaves the text.`,
    hint: "Fixed beads come in order, without overlap, inside both texts.",
    details: { index, shape },
  });
}
