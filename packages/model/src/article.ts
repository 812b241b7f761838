import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { cutText } from "./cut-text.ts";
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
  return { ...draft, blocks, id: articleId(draft.language, [draft.text]) };
}

/** The id of the article whose text these pieces are, joined. */
export function articleId(language: LanguageTag, pieces: Iterable<string>): ArticleId {
  const hash = sha256.create();
  addText(hash, `${language}\n`);
  for (const piece of pieces) addText(hash, piece);
  return bytesToHex(hash.digest()) as ArticleId;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal; synchronous, the same in Node and in a tab. */
export function hashText(text: string): string {
  const hash = sha256.create();
  addText(hash, text);
  return bytesToHex(hash.digest());
}

/** In pieces: the bytes of a whole book would be held beside it. */
function addText(hash: ReturnType<typeof sha256.create>, text: string): void {
  for (const piece of cutText(text)) hash.update(utf8ToBytes(piece));
}
