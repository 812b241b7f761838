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

/** Divides a text into what is sent, in order. */
export function makePieces(source: SourceText, unit: "sentence" | "paragraph"): readonly Piece[] {
  const lines = source.sentences.map((sentence) => sentenceLine(source.article, sentence));
  const contexts = blockContexts(source);
  return rangesOf(source.sentences, unit).map((sentences) => {
    const [from, to] = sentences;
    const block = source.sentences[from]?.block ?? 0;
    return {
      sentences,
      block,
      text: joinSentences(lines.slice(from, to), source.article.language),
      context: contexts[block] ?? "",
      previous: lines[from - 1] ?? "",
    };
  });
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

function blockContexts({ article }: SourceText): readonly string[] {
  const texts = article.blocks.map(({ start, end }) => joinLines(article.text.slice(start, end)));
  const title = article.blocks.findIndex(({ kind }) => kind === "title");
  return article.blocks.map((_, block) => {
    const heading = title >= 0 && title < block - 1 ? (texts[title] ?? "") : "";
    const before = (texts[block - 1] ?? "").slice(-CONTEXT_LENGTH);
    return [heading, before].filter((part) => part !== "").join("\n");
  });
}

/** Sentences as one running text: blanks between them, none in Chinese. */
export function joinSentences(sentences: readonly string[], language: LanguageTag): string {
  return sentences.reduce((text, sentence) => text + gapBetween(text, sentence, language) + sentence, "");
}

/** What stands between two sentences of a language in running text. */
export function gapBetween(before: string, after: string, language: LanguageTag): string {
  if (before === "" || after === "") return "";
  const isChinese = language === "zh-Hans" || language === "zh-Hant";
  const isLatin = /[\p{Script=Latin}\p{N}.!?]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(after);
  return isChinese && !isLatin ? "" : " ";
}
