import type { Bead } from "@stele/model";
import type { MovedHint } from "./align-options.ts";
import type { RunningVectors } from "./lattice/coarse-path.ts";
import type { ReadTexts } from "./read-texts.ts";
import { runningVectors } from "./running-vectors.ts";

/** One-sided sentences that are compared, a side: beyond it a text was not rearranged but replaced. */
const MOST_SENTENCES = 1_000;
/** Set on our own passages with three beads moved, or with as many left out (docs/alignment.md). */
const LEAST_LIKENESS = 0.39;
/** What the neighbours add: a paragraph moves as a whole. */
const NEIGHBOURS = 0.7;
const MOST_CANDIDATES = 3;
/** A partner is at most this many times as long as expected, or as short. */
const MOST_FACTOR = 2.5;
/** Shorter sentences, in English characters, are alike too easily. */
const LEAST_UNITS = 15;

interface Lonely {
  readonly sentence: number;
  readonly vector: Float32Array;
  readonly units: number;
}

/** Sentences without a partner in their place that resemble one without partner elsewhere: moved, perhaps. */
export function findMoved(texts: ReadTexts, beads: readonly Bead[]): MovedHint[] {
  if (texts.source.words === undefined) return [];
  const [sources, targets] = (["source", "target"] as const).map((which) => lonelyOf(texts, beads, which));
  if (sources === undefined || targets === undefined) return [];
  const likeness = likenessOf(sources, targets);
  const isFitting = (a: Lonely, b: Lonely): boolean => {
    const factor = b.units / a.units;
    return factor < MOST_FACTOR && factor > 1 / MOST_FACTOR;
  };
  return [
    ...hintsOf(sources, targets, { isFitting, likeness }).map(([source, candidates]) => ({ source, candidates })),
    ...hintsOf(targets, sources, {
      isFitting: (a, b) => isFitting(b, a),
      likeness: (a, b) => likeness(b, a),
    }).map(([target, candidates]) => ({ target, candidates })),
  ];
}

function lonelyOf(texts: ReadTexts, beads: readonly Bead[], which: "source" | "target"): Lonely[] {
  const other = which === "source" ? "target" : "source";
  const alone = beads.filter((bead) => bead[other][0] === bead[other][1] && bead[which][1] - bead[which][0] === 1);
  if (alone.length === 0 || alone.length > MOST_SENTENCES) return [];
  const running = runningVectors(texts[which]);
  const { lengths } = texts[which].facts;
  const all = sumOf(running);
  const found = alone.map((bead): Lonely => {
    const [from, to] = bead[which];
    const own = unit(vectorAt(running, from));
    const others = Math.max(1, running.count - 1);
    const vector = own.map((value, k) => value - ((all[k] ?? 0) - value) / others);
    return { sentence: from, vector: unit(vector), units: (lengths[to] ?? 0) - (lengths[from] ?? 0) };
  });
  return found.filter((one) => one.units >= LEAST_UNITS);
}

/** The sum over all sentences: what a sentence has in common with all others makes none of them its partner. */
function sumOf(running: RunningVectors): Float32Array {
  const sum = new Float32Array(running.width);
  for (let i = 0; i < running.count; i++) {
    for (const [k, value] of unit(vectorAt(running, i)).entries()) sum[k] = (sum[k] ?? 0) + value;
  }
  return sum;
}

function vectorAt({ sums, width }: RunningVectors, sentence: number): Float32Array {
  const from = sentence * width;
  return sums.slice(from + width, from + 2 * width).map((value, k) => value - (sums[from + k] ?? 0));
}

type Likeness = (own: Lonely, other: Lonely) => number;

/** Cosine of what the two sentences say beyond their texts, and a part of what their lonely neighbours reach. */
function likenessOf(sources: readonly Lonely[], targets: readonly Lonely[]): Likeness {
  const [bySource, byTarget] = [sources, targets].map((side) => new Map(side.map((one) => [one.sentence, one])));
  const at = (source: number, target: number): number => {
    const [own, other] = [bySource?.get(source), byTarget?.get(target)];
    return own === undefined || other === undefined ? 0 : product(own.vector, other.vector);
  };
  return ({ sentence: source }, { sentence: target }) =>
    at(source, target) + NEIGHBOURS * (at(source - 1, target - 1) + at(source + 1, target + 1));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}

interface Judging {
  readonly isFitting: (own: Lonely, other: Lonely) => boolean;
  readonly likeness: Likeness;
}

function hintsOf(
  own: readonly Lonely[],
  other: readonly Lonely[],
  { isFitting, likeness }: Judging,
): [number, number[]][] {
  return own.flatMap((one): [number, number[]][] => {
    const alike = other
      .filter((candidate) => isFitting(one, candidate))
      .map((candidate) => ({ sentence: candidate.sentence, value: likeness(one, candidate) }))
      .filter(({ value }) => value >= LEAST_LIKENESS)
      .sort((a, b) => b.value - a.value || a.sentence - b.sentence);
    if (alike.length === 0) return [];
    return [[one.sentence, alike.slice(0, MOST_CANDIDATES).map(({ sentence }) => sentence)]];
  });
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
