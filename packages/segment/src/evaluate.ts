import type { Span } from "@stele/model";

/** A text with its sentences, made by people: exact pieces of the text, in order, holding all that is not blank. */
export interface GoldText {
  readonly text: string;
  readonly sentences: readonly string[];
  /** Offsets where a boundary is neither right nor wrong. */
  readonly optional?: readonly number[];
}

/** How far a segmentation agrees with gold. */
export interface SegmentationScore {
  readonly precision: number;
  readonly recall: number;
  /** Boundary F1: the figure to compare segmenters by. */
  readonly f1: number;
  /** F1 over sentences that are right at both ends. */
  readonly sentenceF1: number;
  /**
   * The normalised F1 of the kss and Kiwi benchmarks: for each gold sentence its best overlap with a sentence of the
   * segmentation, times the ratio of counts where there are too many.
   */
  readonly normalisedF1: number;
  /** Boundaries in gold, those missed, and those found that are none. */
  readonly boundaries: number;
  readonly missed: number;
  readonly wrong: number;
}

interface Counts {
  right: number;
  wrong: number;
  missed: number;
  rightSentences: number;
  foundSentences: number;
  goldSentences: number;
  overlap: number;
  overlapped: number;
}

/**
 * Scores segmentations against gold, all texts together. Boundaries are counted in characters that are not blank, so
 * that blanks cost nothing wherever they go; the end of a text is no boundary.
 */
export function evaluateSegmentation(
  gold: readonly GoldText[],
  found: readonly (readonly Span[])[],
): SegmentationScore {
  const counts: Counts = {
    right: 0,
    wrong: 0,
    missed: 0,
    rightSentences: 0,
    foundSentences: 0,
    goldSentences: 0,
    overlap: 0,
    overlapped: 0,
  };
  for (const [index, one] of gold.entries()) addText(one, found[index] ?? [], counts);
  return {
    ...precisionAndRecall(counts.right, counts.wrong, counts.missed),
    sentenceF1: harmonic(counts.rightSentences, counts.foundSentences, counts.goldSentences),
    normalisedF1: counts.overlapped === 0 ? 1 : counts.overlap / counts.overlapped,
    boundaries: counts.right + counts.missed,
    missed: counts.missed,
    wrong: counts.wrong,
  };
}

/** Whether a segmentation has exactly the sentences expected, blanks aside: for sets of single cases. */
export function hasSentences(text: string, found: readonly Span[], expected: readonly string[]): boolean {
  const pieces = found.map(({ start, end }) => withoutBlanks(text.slice(start, end))).filter((piece) => piece !== "");
  return pieces.length === expected.length && pieces.every((piece, i) => piece === withoutBlanks(expected[i] ?? ""));
}

function addText(gold: GoldText, found: readonly Span[], counts: Counts): void {
  const total = withoutBlanks(gold.text).length;
  const goldEnds = endsOf(gold.sentences);
  const foundEnds = endsOf(found.map(({ start, end }) => gold.text.slice(start, end)));
  addOverlap(goldEnds, foundEnds, counts);
  const right = inner(goldEnds, total);
  const mine = inner(foundEnds, total);
  for (const offset of gold.optional ?? []) mine.delete(withoutBlanks(gold.text.slice(0, offset)).length);
  let hits = 0;
  for (const end of mine) if (right.has(end)) hits++;
  counts.right += hits;
  counts.wrong += mine.size - hits;
  counts.missed += right.size - hits;
  const [goldSpans, foundSpans] = [spansOf(right, total), spansOf(mine, total)];
  for (const span of foundSpans) if (goldSpans.has(span)) counts.rightSentences++;
  counts.foundSentences += foundSpans.size;
  counts.goldSentences += goldSpans.size;
}

/** White space, and the two invisible characters that the public scorers leave out with it. */
function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, "");
}

function endsOf(sentences: readonly string[]): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const length = withoutBlanks(sentence).length;
    at += length;
    if (length > 0) ends.push(at);
  }
  return ends;
}

function inner(ends: readonly number[], total: number): Set<number> {
  return new Set(ends.filter((end) => end > 0 && end < total));
}

function spansOf(ends: ReadonlySet<number>, total: number): Set<string> {
  const borders = [0, ...[...ends].sort((a, b) => a - b), total];
  return new Set(borders.slice(1).map((end, i) => `${borders[i]}:${end}`));
}

function precisionAndRecall(
  right: number,
  wrong: number,
  missed: number,
): Record<"precision" | "recall" | "f1", number> {
  const precision = right + wrong > 0 ? right / (right + wrong) : missed > 0 ? 0 : 1;
  const recall = right + missed > 0 ? right / (right + missed) : 1;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

function harmonic(right: number, found: number, gold: number): number {
  return found + gold > 0 ? (2 * right) / (found + gold) : 1;
}

interface Candidate {
  readonly share: number;
  readonly gold: number;
  readonly found: number;
}

/** The overlap of every gold sentence with its best partner; a found sentence partners one gold sentence only. */
function addOverlap(goldEnds: readonly number[], foundEnds: readonly number[], counts: Counts): void {
  const best = goldEnds.map(() => 0);
  const used = new Set<number>();
  for (const { share, gold, found } of overlaps(goldEnds, foundEnds, best)) {
    if (used.has(found)) continue;
    used.add(found);
    best[gold] = Math.max(best[gold] ?? 0, share);
  }
  const penalty = Math.min(goldEnds.length / Math.max(1, foundEnds.length), 1);
  counts.overlapped += goldEnds.length;
  counts.overlap += best.reduce((sum, share) => sum + share * penalty, 0);
}

/** All partial overlaps, best first; exact ones are entered into `best` at once. */
function overlaps(goldEnds: readonly number[], foundEnds: readonly number[], best: number[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const [found, end] of foundEnds.entries()) {
    const start = found === 0 ? 0 : (foundEnds[found - 1] ?? 0);
    for (const [gold, goldEnd] of goldEnds.entries()) {
      const goldStart = gold === 0 ? 0 : (goldEnds[gold - 1] ?? 0);
      const shared = Math.min(end, goldEnd) - Math.max(start, goldStart);
      if (start === goldStart && end === goldEnd) best[gold] = 1;
      else if (shared > 0) candidates.push({ share: (2 * shared) / (goldEnd - goldStart + end - start), gold, found });
    }
  }
  return candidates.sort((a, b) => b.share - a.share || b.gold - a.gold || b.found - a.found);
}
