import type { Bead, Bitext, Range, Side } from "@stele/model";

/** How many beads at the beginning and at the end of two revisions are the same unit of the memory. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

/** Beads with the same words, the same neighbours and the same trust, counted from both ends; none is counted twice. */
export function unchangedBeads(before: Bitext, after: Bitext): Unchanged {
  const isComparable = (["source", "target"] as const).every(
    (side) => before[side].article.language === after[side].article.language,
  );
  if (!isComparable) return { head: 0, tail: 0 };
  const most = Math.min(before.beads.length, after.beads.length);
  const isSame = (index: number, twin: number): boolean =>
    isSameBead([before, before.beads[index]], [after, after.beads[twin]]);
  let head = 0;
  while (head < most && isSame(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(before.beads.length - 1 - tail, after.beads.length - 1 - tail)) tail += 1;
  return { head, tail };
}

type BeadOf = readonly [bitext: Bitext, bead: Bead | undefined];

function isSameBead([before, one]: BeadOf, [after, other]: BeadOf): boolean {
  if (one === undefined || other === undefined) return false;
  if (one.score !== other.score || one.lowScore !== other.lowScore) return false;
  return (
    isSameRun([before.source, one.source], [after.source, other.source]) &&
    isSameRun([before.target, one.target], [after.target, other.target])
  );
}

type RunOf = readonly [side: Side, run: Range];

function isSameRun([before, [from, to]]: RunOf, [after, [start, end]]: RunOf): boolean {
  if (to - from !== end - start) return false;
  if (before === after && from === start) return true;
  if (before.provenance.standing !== after.provenance.standing) return false;
  for (let at = -1; at <= to - from; at += 1) {
    if (wordsOf(before, from + at) !== wordsOf(after, start + at)) return false;
    if (standingOf(before, from + at) !== standingOf(after, start + at)) return false;
  }
  return true;
}

function wordsOf({ article, sentences }: Side, index: number): string | undefined {
  const sentence = sentences[index];
  return sentence === undefined ? undefined : article.text.slice(sentence.start, sentence.end);
}

function standingOf({ overrides, provenance }: Side, index: number): string {
  return (overrides?.[index] ?? provenance).standing;
}
