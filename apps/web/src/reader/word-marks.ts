import type { Range, Span } from "../api/nouns.ts";
import type { Mark } from "./annotate.ts";
import type { Lit } from "./counterparts.ts";
import { type Place, type Reading, readSentence } from "./reading.ts";

/** Words of two texts that say the same, as the aligner gives them. */
export interface TextLink {
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly confidence: number;
}

/** The lit sentences of one side as one text, with the offset at which each begins. */
export interface JoinedRun {
  readonly text: string;
  readonly parts: readonly (Place & Span)[];
}

/** Joins the sentences of a range with the blank their script wants. */
export function joinRun(reading: Reading, side: number, [from, to]: Range): JoinedRun {
  const isChinese = reading.polytext.sides[side]?.article.language.startsWith("zh") ?? false;
  const parts: (Place & Span)[] = [];
  let text = "";
  for (let sentence = from; sentence < to; sentence += 1) {
    if (text !== "" && !isChinese) text += " ";
    const start = text.length;
    text += readSentence(reading, { side, sentence })?.text ?? "";
    parts.push({ side, sentence, start, end: text.length });
  }
  return { text, parts };
}

/** Marks by place, under the key that `markKey` gives. */
export type WordMarks = ReadonlyMap<string, readonly Mark[]>;

/** Under which a sentence's marks are found. */
export function markKey({ side, sentence }: Place): string {
  return `${side}:${sentence}`;
}

/**
 * The links from the lit side to each other side as marks on sentences. Links that share a word of the lit side are
 * one group, so that one word lights in three languages.
 */
export function marksOf(own: JoinedRun, others: readonly { run: JoinedRun; links: readonly TextLink[] }[]): WordMarks {
  const all = others.flatMap(({ run, links }) => links.map((link) => ({ run, link })));
  const groups = groupByOverlap(all.map(({ link }) => link.source));
  const marks = new Map<string, Mark[]>();
  for (const [index, { run, link }] of all.entries()) {
    const group = groups[index] ?? index;
    for (const span of link.source) putMark(marks, own, { ...span, group, confidence: link.confidence });
    for (const span of link.target) putMark(marks, run, { ...span, group, confidence: link.confidence });
  }
  return marks;
}

function putMark(marks: Map<string, Mark[]>, run: JoinedRun, mark: Mark): void {
  for (const part of run.parts) {
    const start = Math.max(mark.start, part.start) - part.start;
    const end = Math.min(mark.end, part.end) - part.start;
    if (start >= end) continue;
    const list = marks.get(markKey(part)) ?? [];
    list.push({ ...mark, start, end });
    marks.set(markKey(part), list);
  }
}

/** A group number for each list of spans; lists with overlapping spans have the same number. */
export function groupByOverlap(lists: readonly (readonly Span[])[]): readonly number[] {
  const groups = lists.map((_, index) => index);
  for (const [index, list] of lists.entries()) {
    for (let other = 0; other < index; other += 1) {
      if (groups[other] === groups[index] || !overlap(list, lists[other] ?? [])) continue;
      const [from, to] = [groups[index], groups[other] ?? other];
      for (const [at, group] of groups.entries()) if (group === from) groups[at] = to;
    }
  }
  return groups;
}

function overlap(left: readonly Span[], right: readonly Span[]): boolean {
  return left.some((one) => right.some((other) => one.start < other.end && other.start < one.end));
}

/** The sides whose words are linked to the lit one's: those with lit sentences. */
export function otherSides(lit: Lit, columns: readonly number[]): readonly number[] {
  return columns.filter((side) => {
    const range = lit.ranges[side];
    return side !== lit.side && range !== undefined && range[0] < range[1];
  });
}
