import { type Band, bandAround, rowTurns, type Step } from "./lattice/band.ts";
import { AT, FEATURES } from "./lattice/feature-names.ts";
import { type Evidence, readBead } from "./lattice/features.ts";
import type { WeighedBead } from "./lattice/habits.ts";
import { placeOf } from "./lattice/lattice.ts";
import { SHAPES } from "./lattice/shapes.ts";
import { type Lexicon, type LikelyBead, learnLexicon } from "./meaning/lexicon.ts";
import { inTurns, type Pace } from "./pace.ts";
import type { ReadTexts } from "./read-texts.ts";
import type { FoundBead, Pass } from "./run-pass.ts";
import { type Stretch, shift } from "./stretch.ts";

const LEAST_LIKELY = 0.01;
/** From this probability on the first pass is believed. */
const SURE = 0.9;
/** Places on either side of the first pass's path that the second pass looks at. */
const SECOND_HALF_WIDTH = 5;

/** The beads that a pass believes in: what habits are estimated from, and what words are learnt from. */
export interface Believed {
  readonly weighed: readonly WeighedBead[];
  readonly likely: readonly LikelyBead[];
}

/** Collects every bead that may well be one. */
export async function believedBeads(
  { judge, lattice, probabilities }: Omit<Pass, "chain">,
  pace: Pace,
): Promise<Believed> {
  const { low, high } = lattice.band;
  const weighed: WeighedBead[] = [];
  const likely: LikelyBead[] = [];
  const out = new Float64Array(FEATURES.length);
  const collect = (i: number): void => {
    for (let j = low[i] ?? 0; j <= (high[i] ?? -1); j++) {
      const at = placeOf(lattice, i, j) * SHAPES.length;
      for (let k = 0; k < SHAPES.length; k++) {
        const probability = probabilities[at + k] ?? 0;
        const shape = SHAPES[k];
        if (probability < LEAST_LIKELY || shape === undefined) continue;
        readBead(judge, { i, j, shape: k }, out);
        const runs = { source: [i - shape.source, i], target: [j - shape.target, j] } as const;
        weighed.push({ kind: shape.kind, probability, ...sizes(judge.evidence, runs), gain: out[AT.gain] ?? 0 });
        if (shape.kind !== "one-sided") likely.push({ ...runs, probability });
      }
    }
  };
  await inTurns(rowTurns(lattice.offsets), pace, ([first, last]) => {
    for (let i = first; i < last; i++) collect(i);
  });
  return { weighed, likely };
}

function sizes({ source, target }: Evidence, runs: { readonly source: Step; readonly target: Step }) {
  return {
    sourceChars: (source.lengths[runs.source[1]] ?? 0) - (source.lengths[runs.source[0]] ?? 0),
    targetChars: (target.lengths[runs.target[1]] ?? 0) - (target.lengths[runs.target[0]] ?? 0),
  };
}

/** Learns which words keep company from what the first pass believes in each stretch. */
export async function learnAll(
  texts: ReadTexts,
  passes: readonly { readonly place: Stretch; readonly likely: readonly LikelyBead[] }[],
  pace: Pace,
): Promise<Lexicon | undefined> {
  const source = texts.source.words?.side;
  const target = texts.target.words?.side;
  if (source === undefined || target === undefined) return undefined;
  const beads = passes.flatMap(({ place, likely }) => likely.map((bead) => shift(bead, place)));
  return learnLexicon({ source, target }, beads, pace);
}

/** Where the second pass looks: near what the first one is sure of. */
export function secondBand({ lattice: { band }, chain }: Pick<Pass, "lattice" | "chain">): Band {
  const ends: Step = [band.low.length - 1, band.high.at(-1) ?? 0];
  return isWhole(band, ends) ? band : bandAround(sureEnds(chain), ends, SECOND_HALF_WIDTH);
}

function isWhole(band: Band, [, targets]: Step): boolean {
  return band.high[0] === targets && (band.low.at(-1) ?? 0) === 0;
}

/**
 * The ends of beads that the first pass is sure of. Where it is not, the path leaps, and the second pass sees the whole
 * leap: a missing chapter is found again although the coarse path went astray in it.
 */
function sureEnds(beads: readonly FoundBead[]): Step[] {
  const isSure = (bead: FoundBead | undefined): boolean =>
    bead !== undefined &&
    bead.probability >= SURE &&
    bead.source[0] < bead.source[1] &&
    bead.target[0] < bead.target[1];
  return beads.flatMap((bead, index) => {
    const isAmongSure = isSure(bead) && (isSure(beads[index - 1]) || isSure(beads[index + 1]));
    return isAmongSure ? [[bead.source[0], bead.target[0]] as const, [bead.source[1], bead.target[1]] as const] : [];
  });
}
