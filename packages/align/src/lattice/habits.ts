import type { LengthPrior } from "../length-prior.ts";
import type { ShapeKind } from "./shapes.ts";

/** What a text does more or less often than usual; estimated from a first pass, neutral before it. */
export interface Habits {
  readonly length: LengthPrior;
  /** log (frequency here / usual frequency) of each kind of shape. */
  readonly kinds: Readonly<Record<ShapeKind, number>>;
  /** Logs of how long a bead is, in English characters. */
  readonly size: { readonly mean: number; readonly deviation: number };
  /** log (words' gain here / usual gain) a character: low in free translations. */
  readonly gainRate: number;
}

/** One kind's usual share of the beads: news, measured on the dev half of NTREX-128. */
const USUAL: Readonly<Record<ShapeKind, number>> = {
  equal: 0.75,
  "one-sided": 0.06,
  double: 0.14,
  several: 0.014,
  many: 0.034,
};
/** How many usual beads are added before a text is believed. */
const BELIEF = 10;
const LENGTH_BELIEF = 15;
/** English characters of a usual sentence. */
const USUAL_CHARS = 60;
/** Mean of the logs of how long the beads of news are, in English characters. */
export const USUAL_SIZE = 4.7;
/** Deviation of those logs. */
export const USUAL_DEVIATION = 0.6;
const LEAST_DEVIATION = 0.2;
/** Gain of the words a character in news. */
const USUAL_GAIN = 0.09;
const LEAST_VARIANCE = 0.7;
/** A bead's surprise is cut at this many variances, so that one wrong bead does not make all lengths plausible. */
const MOST_SURPRISE = 12;

/** Habits before anything is known of a text. */
export function neutralHabits(length: LengthPrior): Habits {
  return {
    length,
    kinds: { equal: 0, "one-sided": 0, double: 0, several: 0, many: 0 },
    size: { mean: USUAL_SIZE, deviation: USUAL_DEVIATION },
    gainRate: 0,
  };
}

/** A bead that a pass believes in, and how much. */
export interface WeighedBead {
  readonly kind: ShapeKind;
  readonly probability: number;
  readonly sourceChars: number;
  readonly targetChars: number;
  /** Of its words; 0 on one-sided beads. */
  readonly gain: number;
}

/** Estimates a text's habits from the beads of a first pass; with few beads they stay near the usual ones. */
export function estimateHabits(beads: readonly WeighedBead[], prior: LengthPrior): Habits {
  const length = estimateLength(beads, prior);
  const kinds = { equal: 0, "one-sided": 0, double: 0, several: 0, many: 0 };
  let all = 0;
  let gain = LENGTH_BELIEF * USUAL_CHARS * USUAL_GAIN;
  let chars = LENGTH_BELIEF * USUAL_CHARS;
  for (const bead of beads) {
    kinds[bead.kind] += bead.probability;
    all += bead.probability;
    if (bead.kind === "one-sided") continue;
    gain += bead.probability * bead.gain;
    chars += (bead.probability * (bead.sourceChars + bead.targetChars)) / 2;
  }
  const log = (kind: ShapeKind): number =>
    Math.log((kinds[kind] + BELIEF * USUAL[kind]) / (all + BELIEF) / USUAL[kind]);
  return {
    length,
    kinds: {
      equal: log("equal"),
      "one-sided": log("one-sided"),
      double: log("double"),
      several: log("several"),
      many: log("many"),
    },
    size: estimateSize(beads),
    gainRate: Math.log(Math.max(0.2, gain / chars / USUAL_GAIN)),
  };
}

/** The square of the few characters by which even short sentences differ. */
const LEAST_SQUARE = 4;

/** z² of two lengths after Gale and Church 1993, alike in both directions. */
export function lengthSquare(
  { source, target }: { readonly source: number; readonly target: number },
  { ratio, variance }: LengthPrior,
): number {
  const root = Math.sqrt(ratio);
  const middle = (source * root + target / root) / 2;
  return (target / root - source * root) ** 2 / (variance * middle + LEAST_SQUARE);
}

function estimateLength(beads: readonly WeighedBead[], prior: LengthPrior): LengthPrior {
  const pairs = beads.filter((bead) => bead.kind !== "one-sided");
  let source = LENGTH_BELIEF * USUAL_CHARS;
  let target = source * prior.ratio;
  for (const { probability, sourceChars, targetChars } of pairs) {
    source += probability * sourceChars;
    target += probability * targetChars;
  }
  const ratio = target / source;
  let squares = prior.variance * LENGTH_BELIEF;
  let weight = LENGTH_BELIEF;
  for (const { probability, sourceChars, targetChars } of pairs) {
    const square = lengthSquare({ source: sourceChars, target: targetChars }, { ratio, variance: 1 });
    squares += probability * Math.min(MOST_SURPRISE * prior.variance, square);
    weight += probability;
  }
  return { ratio, variance: Math.max(LEAST_VARIANCE, squares / weight) };
}

function estimateSize(beads: readonly WeighedBead[]): Habits["size"] {
  let weight = BELIEF;
  let sum = BELIEF * USUAL_SIZE;
  let squares = BELIEF * (USUAL_SIZE ** 2 + USUAL_DEVIATION ** 2);
  for (const { kind, probability, sourceChars, targetChars } of beads) {
    if (kind === "one-sided") continue;
    const size = Math.log((sourceChars + targetChars) / 2);
    weight += probability;
    sum += probability * size;
    squares += probability * size ** 2;
  }
  const mean = sum / weight;
  return { mean, deviation: Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / weight - mean ** 2))) };
}
