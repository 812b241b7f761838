import { type Range, rangeLength, type Span } from "./span.ts";
import { SteleError } from "./stele-error.ts";

/** The unit of alignment: the sentences of one side that say what the sentences of the other side say. */
export interface Bead {
  readonly source: Range;
  readonly target: Range;
  /** The probability that exactly this bead is right; `null` on one-sided beads and on beads made by a person. */
  readonly score: number | null;
  /** True where a reader should look twice. */
  readonly lowScore: boolean;
  /** True where a person made or confirmed the bead: realignment never changes it, and it may have any size. */
  readonly fixed?: boolean;
}

/** A word on one side of a bead: offsets into the sentence's own text. */
export interface WordSpan extends Span {
  /** Index into the side's sentences. */
  readonly sentence: number;
}

/** Words inside a bead that say the same; many to many; computed on demand, never stored. */
export interface WordLink {
  readonly source: readonly WordSpan[];
  readonly target: readonly WordSpan[];
  /** From 0 to 1. */
  readonly confidence: number;
}

/** How many sentences each side has. */
export interface SideLengths {
  readonly source: number;
  readonly target: number;
}

/**
 * Checks that the beads hold every sentence of both sides exactly once, in order, and that a one-sided bead holds
 * exactly one sentence unless a person made it.
 *
 * @throws SteleError `beads-invalid`, naming the first offender.
 */
export function checkBeads(beads: Iterable<Bead>, lengths: SideLengths): void {
  let source = 0;
  let target = 0;
  let index = 0;
  for (const bead of beads) {
    const joins = bead.source[0] === source && bead.target[0] === target;
    if (!joins || !isWellFormed(bead)) throw invalidBead(index, bead);
    source = bead.source[1];
    target = bead.target[1];
    index += 1;
  }
  if (source !== lengths.source || target !== lengths.target) throw uncovered(source, target, lengths);
}

function isWellFormed(bead: Bead): boolean {
  const source = rangeLength(bead.source);
  const target = rangeLength(bead.target);
  if (!(Number.isInteger(source) && Number.isInteger(target)) || source < 0 || target < 0) return false;
  const oneSided = source === 0 || target === 0;
  const rightSize = bead.fixed === true ? source + target > 0 : !oneSided || source + target === 1;
  const rightScore = bead.score === null || (!oneSided && bead.score >= 0 && bead.score <= 1);
  return rightSize && rightScore;
}

function invalidBead(index: number, bead: Bead): SteleError {
  const shape = `[${bead.source.join(", ")}) : [${bead.target.join(", ")})`;
  return new SteleError({
    code: "beads-invalid",
    message: `Bead number ${index}, ${shape}, does not join the bead before it or has no legal shape.`,
    hint: "Every sentence of both sides stands in exactly one bead, in order; a one-sided bead holds one sentence.",
    details: { index, shape },
  });
}

function uncovered(source: number, target: number, lengths: SideLengths): SteleError {
  return new SteleError({
    code: "beads-invalid",
    message: `The beads end at sentence ${source} of ${lengths.source} and ${target} of ${lengths.target}.`,
    hint: "Every sentence of both sides stands in exactly one bead.",
    details: { source, target, sources: lengths.source, targets: lengths.target },
  });
}
