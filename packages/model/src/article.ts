import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { LanguageTag } from "./language-tag.ts";
import { checkSpans, type Span } from "./span.ts";

/** SHA-256 of language and text, in hexadecimal: the same text twice is one article. */
export type ArticleId = string & { readonly __brand: "ArticleId" };

/** What a block is. A date line, a caption or a sign-off is never glued to a sentence. */
export type BlockKind =
  | "dateline"
  | "title"
  | "byline"
  | "caption"
  | "paragraph"
  | "heading"
  | "list"
  | "quote"
  | "signoff";

/** A stretch of an article's text that is laid out as one. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Only where it differs from the article's. */
  readonly language?: LanguageTag;
  /** Where the block stood in the file, for readers of markup. */
  readonly origin?: Span;
}

/** A sentence: `text.slice(start, end)`, inside the block with the index `block`. */
export interface Sentence extends Span {
  readonly block: number;
}

/** A text with its language and its blocks, as a reader extracted it: never normalised, never rewritten. */
export interface Article {
  readonly id: ArticleId;
  readonly language: LanguageTag;
  readonly text: string;
  /** In order, without overlap; empty until a reader or `segment` found them. */
  readonly blocks: readonly Block[];
  /** The article this one was edited from. */
  readonly derivedFrom?: ArticleId;
}

/** An article before it has its id. */
export type ArticleDraft = Omit<Article, "id" | "blocks"> & { readonly blocks?: readonly Block[] };

/**
 * Makes an article and gives it its id: SHA-256 of `language`, a line feed and the text in UTF-8 (a lone surrogate
 * counts as U+FFFD there; the text itself keeps it).
 *
 * @throws SteleError `offsets-invalid` where blocks overlap or leave the text.
 */
export function createArticle(draft: ArticleDraft): Article {
  const blocks = draft.blocks ?? [];
  checkSpans(blocks, draft.text.length, "block");
  return { ...draft, blocks, id: articleId(draft.language, draft.text) };
}

function articleId(language: LanguageTag, text: string): ArticleId {
  return hashText(`${language}\n${text}`) as ArticleId;
}

/** Code units hashed at a time: the bytes of a whole book would be held beside it. */
const HASHED_AT_ONCE = 1 << 16;

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal; synchronous, the same in Node and in a tab. */
export function hashText(text: string): string {
  const hash = sha256.create();
  for (let from = 0; from < text.length; ) {
    const to = from + HASHED_AT_ONCE;
    const end = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) ? to + 1 : to;
    hash.update(utf8ToBytes(text.slice(from, end)));
    from = end;
  }
  return bytesToHex(hash.digest());
}
