import { type Article, joinLines, type LanguageTag, type Range, type Sentence, sentenceLine } from "@stele/model";

/** A text with its sentences, as it is to be translated. */
export interface SourceText {
  readonly article: Pick<Article, "text" | "language" | "blocks">;
  readonly sentences: readonly Sentence[];
}

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
  const ranges = rangesOf(source.sentences, unit);
  const title = source.article.blocks.findIndex(({ kind }) => kind === "title");
  return {
    length: ranges.length,
    slice: (from, to) => ranges.slice(from, to).map((sentences) => pieceOf(source, sentences, title)),
  };
}

/** The lines of some sentences, one each. */
function linesOf({ article, sentences }: SourceText, [from, to]: Range): readonly string[] {
  return sentences.slice(from, to).map((sentence) => sentenceLine(article, sentence));
}

function pieceOf(source: SourceText, sentences: Range, title: number): Piece {
  const [from] = sentences;
  const block = source.sentences[from]?.block ?? 0;
  return {
    sentences,
    block,
    text: joinSentences(linesOf(source, sentences), source.article.language),
    context: contextOf(source.article, block, title),
    previous: linesOf(source, [Math.max(0, from - 1), from])[0] ?? "",
  };
}

function rangesOf(sentences: readonly Sentence[], unit: "sentence" | "paragraph"): readonly Range[] {
  const ranges: [number, number][] = [];
  for (const [index, { block }] of sentences.entries()) {
    const last = ranges.at(-1);
    if (unit === "paragraph" && last !== undefined && sentences[last[0]]?.block === block) last[1] = index + 1;
    else ranges.push([index, index + 1]);
  }
  return ranges;
}

function contextOf({ text, blocks }: SourceText["article"], block: number, title: number): string {
  const lineOf = (index: number) => {
    const found = blocks[index];
    return found === undefined ? "" : joinLines(text.slice(found.start, found.end));
  };
  const heading = title >= 0 && title < block - 1 ? lineOf(title) : "";
  return [heading, lineOf(block - 1).slice(-CONTEXT_LENGTH)].filter((part) => part !== "").join("\n");
}

/** Sentences as one running text: blanks between them, none in Chinese. */
export function joinSentences(sentences: readonly string[], language: LanguageTag): string {
  return sentences.reduce((text, sentence) => text + gapBetween(text, sentence, language) + sentence, "");
}

/** What stands between two sentences of a language in running text. */
export function gapBetween(before: string, after: string, language: LanguageTag): string {
  if (before === "" || after === "") return "";
  const isChinese = language === "zh-Hans" || language === "zh-Hant";
  // Only the last character counts: looking through all of a long text at every sentence would be quadratic.
  const isLatin = /[\p{Script=Latin}\p{N}.!?]$/u.test(before.slice(-2)) && /^[\p{Script=Latin}\p{N}]/u.test(after);
  return isChinese && !isLatin ? "" : " ";
}
