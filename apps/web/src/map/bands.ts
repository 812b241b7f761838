import type { Bitext } from "../api/nouns.ts";

/** A bead in the picture: its stretch on each side as shares of the whole, from 0 to 1. */
export interface Band {
  readonly bead: number;
  readonly source: readonly [from: number, to: number];
  readonly target: readonly [from: number, to: number];
  readonly kind: "sure" | "doubtful" | "gap" | "approved";
  readonly score: number | null;
}

/** Every bead of a bitext by the length of its sentences. */
export function bandsOf({ source, target, beads }: Bitext): readonly Band[] {
  const sourceEnds = shares(source.sentences);
  const targetEnds = shares(target.sentences);
  return beads.map((bead, index) => ({
    bead: index,
    source: [sourceEnds[bead.source[0]] ?? 1, sourceEnds[bead.source[1]] ?? 1],
    target: [targetEnds[bead.target[0]] ?? 1, targetEnds[bead.target[1]] ?? 1],
    kind: kindOf(bead),
    score: bead.score,
  }));
}

function kindOf(bead: Bitext["beads"][number]): Band["kind"] {
  if (bead.source[0] === bead.source[1] || bead.target[0] === bead.target[1]) return "gap";
  if (bead.lowScore) return "doubtful";
  return bead.fixed === true ? "approved" : "sure";
}

/** Where each sentence begins, as a share of all characters; one entry more than sentences. */
function shares(sentences: readonly { readonly start: number; readonly end: number }[]): readonly number[] {
  const ends = [0];
  for (const { start, end } of sentences) ends.push((ends.at(-1) ?? 0) + Math.max(1, end - start));
  const whole = Math.max(1, ends.at(-1) ?? 1);
  return ends.map((end) => end / whole);
}

/**
 * The bead whose source stretch holds a share of the text; the nearest before it where a gap of the source is there.
 */
export function bandAt(bands: readonly Band[], share: number): Band | undefined {
  return bands.findLast((band) => band.source[0] <= share && band.source[0] < band.source[1]) ?? bands[0];
}

/** A run of beads that want a second look. */
export interface Stretch {
  readonly from: number;
  /** Behind the last. */
  readonly to: number;
  readonly kind: "doubtful" | "gap";
}

/** The doubtful beads and the gaps, neighbours of one kind together. */
export function stretchesOf(bands: readonly Band[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { bead, kind } of bands) {
    if (kind !== "doubtful" && kind !== "gap") continue;
    const last = stretches.at(-1);
    if (last?.kind === kind && last.to === bead) stretches[stretches.length - 1] = { ...last, to: bead + 1 };
    else stretches.push({ from: bead, to: bead + 1, kind });
  }
  return stretches;
}
