import { type Bead, checkBeads, SteleError } from "@stele/model";
import type { Aligner, AlignerOptions, Alignment, AlignOptions } from "./align-options.ts";
import { figures } from "./figures.ts";
import { lengthPrior } from "./length-prior.ts";
import { type Band, type Shape, type Step, searchBand } from "./search.ts";

const SHAPES: readonly (Shape & { readonly prior: number })[] = [
  { source: 1, target: 1, prior: 0 },
  { source: 1, target: 0, prior: 4 },
  { source: 0, target: 1, prior: 4 },
  { source: 1, target: 2, prior: 2 },
  { source: 2, target: 1, prior: 2 },
  { source: 1, target: 3, prior: 4 },
  { source: 3, target: 1, prior: 4 },
  { source: 2, target: 2, prior: 5 },
];

/** What one shared figure or Latin name is worth, in the nats of the length cost. */
const ANCHOR_GAIN = 2;
/** Half the width of the band around the diagonal of lengths, in sentences. */
const HALF_WIDTH = 150;

/**
 * Builds an aligner. The same object serves any number of texts.
 *
 * @throws SteleError `vectors-invalid` where the bytes are not a vectors file of the version this package reads.
 */
export function createAligner(options: AlignerOptions = {}): Aligner {
  const hasMeaning = options.vectors !== undefined;
  return { hasMeaning, align: alignByLength, linkWords: () => [] };
}

async function alignByLength(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): Promise<Alignment> {
  if (options.signal?.aborted === true) throw cancelled();
  const ends = searchBand(diagonalBand(source, target), SHAPES, lengthAndAnchors(source, target, options));
  const beads = toBeads(ends);
  checkBeads(beads, { source: source.length, target: target.length });
  options.onProgress?.(1);
  return { beads, evidence: ["length", "anchors"] };
}

function toBeads(ends: readonly Step[]): Bead[] {
  return ends.map(([i, j], index) => {
    const [from, to] = ends[index - 1] ?? [0, 0];
    return { source: [from, i], target: [to, j], score: from < i && to < j ? 0.5 : null, lowScore: false };
  });
}

function cumulative(texts: readonly string[]): Float64Array {
  const sums = new Float64Array(texts.length + 1);
  for (const [i, text] of texts.entries()) sums[i + 1] = (sums[i] ?? 0) + Math.max(1, text.length);
  return sums;
}

function diagonalBand(source: readonly string[], target: readonly string[]): Band {
  const low = new Int32Array(source.length + 1);
  const high = new Int32Array(source.length + 1);
  for (let i = 0; i <= source.length; i++) {
    const centre = Math.round((i * target.length) / Math.max(1, source.length));
    low[i] = i === 0 ? 0 : Math.max(0, Math.min(target.length, centre - HALF_WIDTH));
    high[i] = i === source.length ? target.length : Math.min(target.length, centre + HALF_WIDTH);
  }
  if (source.length === 0) high[0] = target.length;
  return { low, high };
}

function anchorsOf(text: string): ReadonlySet<string> {
  return new Set([...figures(text), ...(text.toLowerCase().match(/[a-z]{3,}/gu) ?? [])]);
}

function lengthAndAnchors(source: readonly string[], target: readonly string[], options: AlignOptions) {
  const { ratio, variance } = lengthPrior(options.source, options.target);
  const x = cumulative(source);
  const y = cumulative(target);
  const anchors = [source.map(anchorsOf), target.map(anchorsOf)] as const;
  return (i: number, j: number, k: number): number => {
    const shape = SHAPES[k];
    if (shape === undefined) return Number.POSITIVE_INFINITY;
    if (shape.source === 0 || shape.target === 0) return shape.prior;
    const expected = ((x[i] ?? 0) - (x[i - shape.source] ?? 0)) * ratio;
    const surplus = (y[j] ?? 0) - (y[j - shape.target] ?? 0) - expected;
    const shared = countShared(anchors[0].slice(i - shape.source, i), anchors[1].slice(j - shape.target, j));
    return Math.min(8, surplus ** 2 / (variance * expected + 1) / 2) + shape.prior - ANCHOR_GAIN * shared;
  };
}

function countShared(left: readonly ReadonlySet<string>[], right: readonly ReadonlySet<string>[]): number {
  let shared = 0;
  for (const one of left) for (const anchor of one) if (right.some((other) => other.has(anchor))) shared++;
  return shared;
}

function cancelled(): SteleError {
  return new SteleError({
    code: "cancelled",
    message: "The alignment was cancelled.",
    hint: "Start it again to align the text.",
  });
}
