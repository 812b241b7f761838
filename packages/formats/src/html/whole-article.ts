import type { Piece } from "../join-blocks.ts";
import { blockPieces } from "./block-pieces.ts";
import { elementsIn, type PageElement } from "./page-node.ts";
import type { PageDocument } from "./parse-page.ts";

/**
 * How a page marks its article, and how much of the prose there may be missing at its ends from what Readability found:
 * a main part often holds more than the article.
 */
const MARKS = [
  { isMarked: (element: PageElement) => element.getAttribute("itemprop") === "articleBody", mostLost: 0.1 },
  { isMarked: (element: PageElement) => element.localName === "article", mostLost: 0.1 },
  { isMarked: (element: PageElement) => element.localName === "main", mostLost: 0.4 },
];
/** How pages name what stands in an article and is none of it. */
const BESIDE =
  /(?:^|[\s_-])(?:ads?|advert\w*|banner|comments?|repl(?:y|ies)|disqus|related|recommend\w*|share|social|sns|sponsor\w*|promo\w*|newsletter|subscribe|sidebar|footer|menu|copyright)(?:$|[\s_-])/iu;
const FINAL = /[.!?。！？…]["'”’」』)\]）]*\s*$/u;

/**
 * The pieces of a page's article: those found, with what stands between them where the page itself marks one article,
 * and all of that where much of its prose was not found. Readability weighs paragraphs by their length, and those of
 * dialogue or of a script that says much in few characters weigh too little to be taken with a longer neighbour.
 */
export function wholeArticle(document: PageDocument, found: readonly Piece[]): readonly Piece[] {
  const marked = markedArticle(document);
  if (marked === undefined) return found;
  const pieces = blockPieces(marked.element, isBeside);
  const lost = proseLength(pieces.filter(missingFrom(found)));
  return lost > proseLength(pieces) * marked.mostLost ? pieces : withInner(found, pieces);
}

/** Fills gaps between pieces that were found; what stands before and behind all of them is seldom of the article. */
function withInner(found: readonly Piece[], pieces: readonly Piece[]): readonly Piece[] {
  const isUnknown = missingFrom(pieces);
  const isMissing = missingFrom(found);
  const known = found.filter((piece) => !isUnknown(piece));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return found;
  const inner = pieces.slice(indexOf(pieces, first), indexOf(pieces, last) + 1);
  if (proseLength(inner.filter(isMissing)) === 0) return found;
  return [...found.slice(0, found.indexOf(first)), ...inner, ...found.slice(found.indexOf(last) + 1)];
}

function missingFrom(pieces: readonly Piece[]): (piece: Piece) => boolean {
  const texts = new Set(pieces.map(({ text }) => text));
  return ({ text }) => !texts.has(text);
}

function indexOf(pieces: readonly Piece[], { text }: Piece): number {
  return pieces.findIndex((piece) => piece.text === text);
}

/** The one element that a page calls its article's body, its article or its main part. */
function markedArticle({ documentElement }: PageDocument) {
  for (const { isMarked, mostLost } of MARKS) {
    const [element, ...more] = elementsIn(documentElement, isMarked);
    if (element !== undefined) return more.length === 0 ? { element, mostLost } : undefined;
  }
  return undefined;
}

function isBeside({ localName, id, className }: PageElement): boolean {
  return localName === "aside" || localName === "footer" || BESIDE.test(className) || BESIDE.test(id);
}

/** The length of all that ends as a sentence does: links and labels do not. */
function proseLength(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + (FINAL.test(text) ? text.length : 0), 0);
}
