import {
  type InlineMark,
  type Range,
  type Sentence,
  type Span,
  sentenceLine,
  sliceMarks,
  sortMarks,
} from "@stele/model";
import { gapBetween } from "./join-sentences.ts";
import type { SourceText } from "./source-text.ts";

/** The marks of each sentence that has any, by its index, over the article's text; a mark over several is cut. */
export type SentenceMarks = ReadonlyMap<number, readonly InlineMark[]>;

/** Divides an article's marks among its sentences. */
export function marksBySentence({ article, sentences, marks = [] }: SourceText): SentenceMarks {
  const found = new Map<number, InlineMark[]>();
  for (const mark of sortMarks(marks)) {
    for (const index of sentencesOf(mark, sentences, article.text)) {
      const sentence = sentences[index];
      if (sentence === undefined) continue;
      const cut = mark.start === mark.end ? [clamp(mark, sentence)] : sliceMarks([mark], sentence, 0);
      found.set(index, [...(found.get(index) ?? []), ...cut]);
    }
  }
  return found;
}

function clamp(mark: InlineMark, { start, end }: Span): InlineMark {
  const at = Math.min(Math.max(mark.start, start), end);
  return { ...mark, start: at, end: at };
}

function sentencesOf(mark: InlineMark, sentences: readonly Sentence[], text: string): readonly number[] {
  const first = firstEndingAt(sentences, mark.start === mark.end ? mark.start : mark.start + 1);
  if (mark.start === mark.end) return [ownerOf(mark.start, { first, sentences, text })];
  const indexes: number[] = [];
  for (let index = first; (sentences[index]?.start ?? mark.end) < mark.end; index++) indexes.push(index);
  return indexes;
}

interface Surroundings {
  /** The first sentence that ends here or later. */
  readonly first: number;
  readonly sentences: readonly Sentence[];
  readonly text: string;
}

/** Between two sentences a mark that covers nothing belongs to the one before, but for a new paragraph. */
function ownerOf(at: number, { first, sentences, text }: Surroundings): number {
  const [before, after] = [sentences[first - 1], sentences[first]];
  if (after !== undefined && after.start <= at) return first;
  const isBehind = before !== undefined && !text.slice(before.end, at).includes("\n\n");
  return isBehind || after === undefined ? first - 1 : first;
}

function firstEndingAt(sentences: readonly Sentence[], at: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? at) >= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The marks of some sentences, over the text that is sent for them: each on one line, joined. */
export function placeMarks(source: SourceText, [from, to]: Range, marks: SentenceMarks): readonly InlineMark[] {
  if (!isMarked([from, to], marks)) return [];
  const placed: InlineMark[] = [];
  let text = "";
  for (let index = from; index < to; index++) {
    const sentence = source.sentences[index];
    if (sentence === undefined) continue;
    const line = sentenceLine(source.article, sentence);
    text += gapBetween(text, line, source.article.language);
    const own = marks.get(index) ?? [];
    if (own.length > 0) {
      const offsets = lineOffsets(source.article.text.slice(sentence.start, sentence.end), line);
      const move = (at: number): number => text.length + (offsets[at - sentence.start] ?? line.length);
      for (const mark of own) placed.push({ ...mark, start: move(mark.start), end: move(mark.end) });
    }
    text += line;
  }
  return placed;
}

function isMarked([from, to]: Range, marks: SentenceMarks): boolean {
  if (marks.size === 0) return false;
  for (let index = from; index < to; index++) if (marks.has(index)) return true;
  return false;
}

/** Where each offset of a sentence stands on its line; `joinLines` changes nothing but blanks with line ends in them. */
function lineOffsets(raw: string, line: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const [part] of raw.matchAll(/\s+|\S+/gu)) {
    const kept = line.startsWith(part, at) ? part.length : line.startsWith(" ", at) ? 1 : 0;
    for (let index = 0; index < part.length; index++) offsets.push(at + Math.min(index, kept));
    at += kept;
  }
  return [...offsets, at];
}
