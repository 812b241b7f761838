import { Readability } from "@mozilla/readability";
import type { BlockKind } from "@stele/model";
import type { Piece } from "../join-blocks.ts";
import { FlowingText } from "./flowing-text.ts";
import { markOfElement } from "./mark-of-element.ts";
import { elementsIn, following, type PageElement, type PageNode, PageText } from "./page-node.ts";
import { PageDocument } from "./parse-page.ts";

/** The parts of a page that are an article. */
export interface PageArticle {
  readonly pieces: readonly Piece[];
  readonly title?: string;
  /** As the page says it: any BCP 47 tag. */
  readonly language?: string;
}

const KINDS: Readonly<Record<string, BlockKind | undefined>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  p: "paragraph",
  div: "paragraph",
  section: "paragraph",
  article: "paragraph",
  main: "paragraph",
  header: "paragraph",
  footer: "paragraph",
  pre: "paragraph",
  td: "paragraph",
  th: "paragraph",
  tr: "paragraph",
  table: "paragraph",
  dt: "paragraph",
  dd: "paragraph",
  li: "list",
  ul: "list",
  ol: "list",
  blockquote: "quote",
  figcaption: "caption",
  caption: "caption",
  figure: "paragraph",
  address: "byline",
};
const SILENT = new Set(["script", "style", "noscript", "template", "iframe", "svg", "nav", "button", "form", "head"]);
/** A by-line or a date line is no longer than this. */
const LONGEST_HEAD = 120;
/** Characters, blanks and all, in which such a line is looked for. */
const MOST_READ = 5000;
/**
 * The effort that a page may ask of Readability, which goes through what an element holds some tens of times for each
 * element. A long article of an encyclopaedia has less.
 */
const MOST_EFFORT = 500_000;
const DATE =
  /\d{4}(?:[-./]\s?\d{1,2}[-./]\s?\d{1,2}|年\s?\d{1,2}月\s?\d{1,2}日|년\s?\d{1,2}월\s?\d{1,2}일)(?:\s+\d{1,2}:\d{2})?/;
/** How many blocks from an article's beginning its by-line and date may stand. */
const EARLY = 8;
/** Kinds that stay what they are whatever stands inside. */
const STRONG = new Set<BlockKind>(["quote", "list", "caption", "byline", "dateline"]);

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
  const title = titleOf(document, found?.title ?? "");
  const byline = clean(found?.byline ?? "") || shownText(document, hasClass("byline", "writer", "reporter", "author"));
  const heads = { title, byline, date: dateOf(document) };
  return {
    pieces: withHeads(heads, blockPieces(found?.content ?? document.body)),
    ...(title === "" ? {} : { title }),
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

/** How long an article is at least: Readability's own measure for letters, a fifth of it for Hangul and Han, which say as much in as many. */
function leastCharacters({ body }: PageDocument): number {
  const text = body.textContent;
  const dense = text.match(/[\p{sc=Hangul}\p{sc=Han}]/gu)?.length ?? 0;
  return dense > text.replace(/\s+/gu, "").length / 3 ? 100 : 500;
}

/** Every block of a page that is all text, such as a chapter of a book. */
export function pagePieces(html: string): readonly Piece[] {
  return blockPieces(new PageDocument(html).body);
}

/** The only first-rank heading, which knows nothing of the site's name; else what the page calls itself. */
function titleOf(document: PageDocument, found: string): string {
  const [only, ...more] = document.getElementsByTagName("h1").map((heading) => clean(heading.textContent));
  if (only !== undefined && only !== "" && more.length === 0) return only;
  return clean(found) || clean(document.title);
}

/** Readability drops dates; a reader wants to know when. */
function dateOf(document: PageDocument): string {
  const isTime = (element: PageElement): boolean =>
    element.localName === "meta" && element.getAttribute("property") === "article:published_time";
  const meta = elementsIn(document.documentElement, isTime)[0]?.getAttribute("content") ?? "";
  const shown = shownText(document, (element) => isTimeShown(element) || hasClass("date", "published")(element));
  return shown || (/^\d{4}-\d\d-\d\d/.exec(meta)?.[0] ?? "") || dateAmong(document);
}

function isTimeShown(element: PageElement): boolean {
  if (element.localName !== "time") return false;
  if (element.hasAttribute("datetime")) return true;
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (at.localName === "article") return true;
  return false;
}

function hasClass(...names: readonly string[]): (element: PageElement) => boolean {
  return ({ className }) => className !== "" && className.split(/\s+/u).some((name) => names.includes(name));
}

/** The first day that stands in a line about the article, whose class says no more than that. */
function dateAmong({ documentElement }: PageDocument): string {
  const isAbout = ({ className }: PageElement): boolean => /date|time|info|meta/u.test(className);
  for (const element of elementsIn(documentElement, isAbout)) {
    const date = DATE.exec(shortText(element) ?? "");
    if (date !== null) return date[0];
  }
  return "";
}

/** What the first of these elements shows, if it is short enough for a line about the article. */
function shownText({ documentElement }: PageDocument, holds: (element: PageElement) => boolean): string {
  const [element] = elementsIn(documentElement, holds);
  return (element === undefined ? undefined : shortText(element)) ?? "";
}

/** What an element shows, if it is short enough for a line about the article. */
function shortText(element: PageElement): string | undefined {
  const line = clean(textWithin(element, MOST_READ) ?? "");
  return line.length > LONGEST_HEAD ? undefined : line;
}

/** The text of an element; undefined where it is longer than that, of which nothing more is read. */
function textWithin(element: PageElement, length: number): string | undefined {
  let text = "";
  for (let node = element.firstChild; node !== null; node = following(node, element)) {
    if (node instanceof PageText) text += node.textContent;
    if (text.length > length) return undefined;
  }
  return text;
}

interface Heads {
  readonly title: string;
  readonly byline: string;
  readonly date: string;
}

/** What Readability took out of the text is put before it, unless the text says it itself. */
function withHeads({ title, byline, date }: Heads, pieces: readonly Piece[]): readonly Piece[] {
  const heads: readonly Piece[] = [
    { kind: "title", text: title },
    { kind: "byline", text: byline },
    { kind: "dateline", text: date },
  ];
  const missing = new Set(heads.filter(({ text }) => text !== ""));
  const rest = pieces.map((piece, index): Piece => {
    const head = [...missing].find(({ text }) => text === piece.text);
    if (head === undefined || (index >= EARLY && head.kind !== "title")) return piece;
    missing.delete(head);
    return { ...piece, kind: head.kind };
  });
  const at = rest.findIndex(({ kind }) => kind === "title") + 1;
  return [...rest.slice(0, at), ...missing, ...rest.slice(at)];
}

function blockPieces(root: PageElement): readonly Piece[] {
  const text = new FlowingText();
  const walk = (node: PageNode, kind: BlockKind): void => {
    if (node instanceof PageText) text.add(node.textContent);
    else if (!SILENT.has(node.localName)) walkElement(node, kind);
  };
  const walkElement = (element: PageElement, kind: BlockKind): void => {
    if (element.localName === "br") text.breakLine();
    const own = kindOf(element);
    if (own === undefined) walkMarked(element, kind);
    else walkBlock(element, { outer: kind, inner: STRONG.has(kind) ? kind : own });
  };
  const walkBlock = (element: PageElement, { outer, inner }: { outer: BlockKind; inner: BlockKind }): void => {
    text.endBlock(outer);
    for (const child of element.childNodes) walk(child, inner);
    text.endBlock(inner);
  };
  const walkMarked = (element: PageElement, kind: BlockKind): void => {
    const mark = markOfElement(element);
    const isOpen = mark !== undefined && text.open(mark);
    for (const child of element.childNodes) walk(child, kind);
    if (isOpen) text.close();
  };
  walk(root, "paragraph");
  text.endBlock("paragraph");
  return text.pieces;
}

/** By-lines, dates and captions outside a figure are known by their class only, and only where they are blocks. */
function kindOf(element: PageElement): BlockKind | undefined {
  const kind = KINDS[element.localName];
  const name = element.className;
  if (kind !== "paragraph" || name === "") return kind;
  if (/(?:^|[\s_-])(?:caption|img[_-]?desc)/i.test(name)) return "caption";
  const own = /\b(?:byline|author)\b/i.test(name)
    ? "byline"
    : /\b(?:date|dateline|published)\b/i.test(name)
      ? "dateline"
      : kind;
  return own === kind || textWithin(element, LONGEST_HEAD) === undefined ? kind : own;
}

/** Blanks as a browser shows them; `br` stays a line break. */
function clean(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
