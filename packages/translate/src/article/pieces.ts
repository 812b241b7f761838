import { type InlineMark, joinLines, type Range, type Sentence, sentenceLine } from "@stele/model";
import { joinSentences } from "./join-sentences.ts";
import { marksBySentence, placeMarks, type SentenceMarks } from "./place-marks.ts";
import type { SourceText } from "./source-text.ts";

/** What is sent as one text: a sentence, or the sentences of a paragraph. */
export interface Piece {
  readonly sentences: Range;
  readonly block: number;
  /** On one line. */
  readonly text: string;
  /** The title and the block before: what a reader has read. */
  readonly context: string;
  /** The sentence before it, in its block or the block before. */
  readonly previous: string;
  /** Over `text`. */
  readonly marks: readonly InlineMark[];
}

/** Most code units of the block before that go along: a few sentences, as DeepL advises. */
const CONTEXT_LENGTH = 600;

/** A text as pieces that are made when they are asked for: a book of them at once would fill the memory. */
export interface Pieces {
  readonly length: number;
  /** Those from one index to another, in order. */
  slice(from: number, to: number): readonly Piece[];
}

/** Divides a text into what is sent, in order. */
export function makePieces(source: SourceText, unit: "sentence" | "paragraph"): Pieces {
  const starts = startsOf(source.sentences, unit);
  const title = source.article.blocks.findIndex(({ kind }) => kind === "title");
  const marks = marksBySentence(source);
  return {
    length: starts.length,
    slice: (from, to) =>
      starts.slice(from, to).map((start, at) => {
        const end = starts[from + at + 1] ?? source.sentences.length;
        return pieceOf(source, [start, end], { title, marks });
      }),
  };
}

/** Pieces at a time, so that a book is translated in flat memory: multiples of what DeepL takes in a request. */
const WINDOWS = { sentence: 1000, paragraph: 500 } as const;

/** The pieces of a text in the windows in which they are asked for. */
export function* windowsOf(pieces: Pieces, unit: keyof typeof WINDOWS): Generator<readonly Piece[], void, undefined> {
  const size = WINDOWS[unit];
  for (let from = 0; from < pieces.length; from += size) yield pieces.slice(from, from + size);
}

/** The lines of some sentences, one each. */
export function linesOf({ article, sentences }: SourceText, [from, to]: Range): readonly string[] {
  return sentences.slice(from, to).map((sentence) => sentenceLine(article, sentence));
}

/** What of a text concerns all its pieces. */
interface Whole {
  readonly title: number;
  readonly marks: SentenceMarks;
}

function pieceOf(source: SourceText, sentences: Range, { title, marks }: Whole): Piece {
  const [from] = sentences;
  const block = source.sentences[from]?.block ?? 0;
  return {
    sentences,
    block,
    text: joinSentences(linesOf(source, sentences), source.article.language),
    context: contextOf(source.article, block, title),
    previous: linesOf(source, [Math.max(0, from - 1), from])[0] ?? "",
    marks: placeMarks(source, sentences, marks),
  };
}

/** The first sentence of each piece. */
function startsOf(sentences: readonly Sentence[], unit: "sentence" | "paragraph"): readonly number[] {
  const starts: number[] = [];
  for (const [index, { block }] of sentences.entries()) {
    if (unit === "sentence" || index === 0 || sentences[index - 1]?.block !== block) starts.push(index);
  }
  return starts;
}

function contextOf({ text, blocks }: SourceText["article"], block: number, title: number): string {
  const lineOf = (index: number) => {
    const found = blocks[index];
    return found === undefined ? "" : joinLines(text.slice(found.start, found.end));
  };
  const heading = title >= 0 && title < block - 1 ? lineOf(title) : "";
  return [heading, lineOf(block - 1).slice(-CONTEXT_LENGTH)].filter((part) => part !== "").join("\n");
}
