import { Readability } from "@mozilla/readability";
import type { Piece } from "../join-blocks.ts";
import { blockPieces } from "./block-pieces.ts";
import { headsOf, withHeads } from "./page-heads.ts";
import type { PageElement } from "./page-node.ts";
import { PageDocument } from "./parse-page.ts";
import { wholeArticle } from "./whole-article.ts";

/** The parts of a page that are an article. */
export interface PageArticle {
  readonly pieces: readonly Piece[];
  readonly title?: string;
  /** As the page says it: any BCP 47 tag. */
  readonly language?: string;
}

/**
 * The effort that a page may ask of Readability, which goes through what an element holds some tens of times for each
 * element. A long article of an encyclopaedia has less.
 */
const MOST_EFFORT = 500_000;

/**
 * Finds the article in a page by Readability; a page without one is taken whole, and so is one in which looking for it
 * would take seconds: a whole book, or nothing that anybody wrote.
 *
 * @throws RangeError where elements stand too deep in each other.
 */
export function extractArticle(html: string): PageArticle {
  const document = new PageDocument(html);
  const language = document.documentElement.getAttribute("lang") ?? undefined;
  const found = document.effort > MOST_EFFORT ? undefined : findArticle(html, leastCharacters(document));
  const heads = headsOf(document, found);
  const content = found?.content ?? undefined;
  const pieces = content === undefined ? blockPieces(document.body) : wholeArticle(document, blockPieces(content));
  return {
    pieces: withHeads(heads, pieces),
    ...(heads.title === "" ? {} : { title: heads.title }),
    ...(language === undefined ? {} : { language }),
  };
}

interface FoundArticle {
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly content?: PageElement | null | undefined;
}

/** Readability changes the page in which it looks: it has one of its own. */
function findArticle(html: string, charThreshold: number): FoundArticle | undefined {
  const serializer = (content: PageElement): PageElement => content;
  const options = { keepClasses: true, charThreshold, serializer };
  return new Readability(new PageDocument(html), options).parse() ?? undefined;
}

/**
 * How long an article is at least: Readability's own measure for letters, a fifth of it for Hangul and Han, which say
 * as much in as many.
 */
function leastCharacters({ body }: PageDocument): number {
  const text = body.textContent;
  const dense = text.match(/[\p{sc=Hangul}\p{sc=Han}]/gu)?.length ?? 0;
  return dense > text.replace(/\s+/gu, "").length / 3 ? 100 : 500;
}
