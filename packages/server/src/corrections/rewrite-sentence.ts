import {
  type Article,
  type Block,
  createArticle,
  type Provenance,
  type Sentence,
  type Side,
  SteleError,
} from "@stele/core/node";
import { type EditedSide, sentenceAt } from "./edit-side.ts";

/** What a sentence is to say, and who says so. */
export interface Rewriting {
  readonly sentence: number;
  readonly text: string;
  readonly author: string;
}

/** Puts other words in a sentence's place: a new article, derived from the old one; all else keeps its place in it. */
export function rewriteSentence(side: Side, { sentence: index, text, author }: Rewriting): EditedSide {
  const old = sentenceAt(side, index);
  const words = text.replace(/\s+/gu, " ").trim();
  if (words === "") throw emptySentence(index);
  const by = words.length - (old.end - old.start);
  const sentences = side.sentences.map((sentence) => movedBehind(sentence, old, by));
  const corrected: Provenance = { origin: { kind: "person", name: author }, standing: "corrected" };
  const overrides = { ...side.overrides, [index]: corrected };
  return {
    side: { ...side, article: rewritten(side.article, old, words), sentences, overrides },
    shift: { at: index, by: 0 },
  };
}

function rewritten(article: Article, { start, end }: Sentence, words: string): Article {
  const by = words.length - (end - start);
  return createArticle({
    language: article.language,
    text: article.text.slice(0, start) + words + article.text.slice(end),
    blocks: article.blocks.map((block) => withoutOrigin(movedBehind(block, { start, end }, by))),
    derivedFrom: article.id,
  });
}

/** The text is not the file's any more. */
function withoutOrigin({ origin: _, ...block }: Block): Block {
  return block;
}

function movedBehind<T extends { readonly start: number; readonly end: number }>(
  span: T,
  edited: { readonly start: number; readonly end: number },
  by: number,
): T {
  const start = span.start >= edited.end ? span.start + by : span.start;
  const end = span.end >= edited.end ? span.end + by : span.end;
  return { ...span, start, end };
}

function emptySentence(sentence: number): SteleError {
  return new SteleError({
    code: "input-empty",
    message: "A sentence cannot be left without words.",
    hint: "Write the translation, or leave the sentence as it is.",
    details: { sentence },
  });
}
