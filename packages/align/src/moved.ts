import type { Bead } from "@stele/model";
import type { MovedHint } from "./align-options.ts";
import type { ReadTexts } from "./read-texts.ts";
import { runningVectors } from "./running-vectors.ts";

/** One-sided sentences that are compared, a side: beyond it a text was not rearranged but replaced. */
const MOST_SENTENCES = 1_000;
/** Cosine of the sentences' word sums: unrelated sentences mostly stay below. */
const LEAST_LIKENESS = 0.4;
const MOST_CANDIDATES = 3;
/** A partner is at most this many times as long as expected, or as short. */
const MOST_FACTOR = 2.5;
/** Shorter sentences are alike too easily. */
const LEAST_UNITS = 8;

interface Lonely {
  readonly sentence: number;
  readonly vector: Float32Array;
  readonly units: number;
}

/** Sentences without a partner in their place that resemble one without partner elsewhere: moved, perhaps. */
export function findMoved(texts: ReadTexts, beads: readonly Bead[], ratio: number): MovedHint[] {
  if (texts.source.words === undefined) return [];
  const [sources, targets] = (["source", "target"] as const).map((which) => lonelyOf(texts, beads, which));
  if (sources === undefined || targets === undefined) return [];
  const isFitting = (a: Lonely, b: Lonely): boolean => {
    const factor = b.units / (a.units * ratio);
    return factor < MOST_FACTOR && factor > 1 / MOST_FACTOR;
  };
  return [
    ...hintsOf(sources, targets, isFitting).map(([source, candidates]) => ({ source, candidates })),
    ...hintsOf(targets, sources, (a, b) => isFitting(b, a)).map(([target, candidates]) => ({ target, candidates })),
  ];
}

function lonelyOf(texts: ReadTexts, beads: readonly Bead[], which: "source" | "target"): Lonely[] {
  const other = which === "source" ? "target" : "source";
  const alone = beads.filter((bead) => bead[other][0] === bead[other][1] && bead[which][1] - bead[which][0] === 1);
  if (alone.length === 0 || alone.length > MOST_SENTENCES) return [];
  const { sums, width } = runningVectors(texts[which]);
  const { lengths } = texts[which].facts;
  const found = alone.map((bead): Lonely => {
    const [from, to] = bead[which];
    const vector = sums.slice(to * width, (to + 1) * width).map((value, k) => value - (sums[from * width + k] ?? 0));
    return { sentence: from, vector: unit(vector), units: (lengths[to] ?? 0) - (lengths[from] ?? 0) };
  });
  return found.filter((one) => one.units >= LEAST_UNITS);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

function hintsOf(
  own: readonly Lonely[],
  other: readonly Lonely[],
  isFitting: (own: Lonely, other: Lonely) => boolean,
): [number, number[]][] {
  return own.flatMap((one): [number, number[]][] => {
    const alike = other
      .filter((candidate) => isFitting(one, candidate))
      .map((candidate) => ({ sentence: candidate.sentence, likeness: product(one.vector, candidate.vector) }))
      .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || a.sentence - b.sentence);
    if (alike.length === 0) return [];
    return [[one.sentence, alike.slice(0, MOST_CANDIDATES).map(({ sentence }) => sentence)]];
  });
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
