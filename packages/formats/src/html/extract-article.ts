import { Readability } from "@mozilla/readability";
import type { BlockKind } from "@stele/model";
import { parseHTML } from "linkedom";
import type { Piece } from "../join-blocks.ts";
import { FlowingText } from "./flowing-text.ts";
import { markOfElement } from "./mark-of-element.ts";

/** The parts of a page that are an article. */
export interface PageArticle {
  readonly pieces: readonly Piece[];
  readonly title?: string;
  /** As the page says it: any BCP 47 tag. */
  readonly language?: string;
}

/** A node, as far as we read it: the same in a browser's and in linkedom's tree. */
interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly localName?: string;
}

interface PageElement extends PageNode {
  getAttribute(name: string): string | null;
}

interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement & { remove(): void }>;
  readonly body: PageElement | null;
  readonly documentElement: PageElement | null;
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
const DATE =
  /\d{4}(?:[-./]\s?\d{1,2}[-./]\s?\d{1,2}|年\s?\d{1,2}月\s?\d{1,2}日|년\s?\d{1,2}월\s?\d{1,2}일)(?:\s+\d{1,2}:\d{2})?/;
/** How many blocks from an article's beginning its by-line and date may stand. */
const EARLY = 8;
/** Kinds that stay what they are whatever stands inside. */
const STRONG = new Set<BlockKind>(["quote", "list", "caption", "byline", "dateline"]);

/** Finds the article in a page by Readability; a page without one is taken whole. */
export function extractArticle(html: string): PageArticle {
  const document = documentOf(html);
  const language = document.documentElement?.getAttribute("lang") ?? undefined;
  const charThreshold = leastCharacters(document.body?.textContent ?? "");
  const article = new Readability(documentOf(html), { keepClasses: true, charThreshold }).parse();
  const body = article?.content == null ? document.body : documentOf(`<body>${article.content}</body>`).body;
  const title = titleOf(document, article?.title ?? "");
  const byline = clean(article?.byline ?? "") || shownText(document, ".byline, .writer, .reporter, .author");
  const heads = { title, byline, date: dateOf(document) };
  const pieces = body === null ? [] : withHeads(heads, blockPieces(body));
  return {
    pieces,
    ...(title === "" ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  };
}

/** How long an article is at least: Readability's own measure for letters, a fifth of it for Hangul and Han, which say as much in as many. */
function leastCharacters(text: string): number {
  const dense = text.match(/[\p{sc=Hangul}\p{sc=Han}]/gu)?.length ?? 0;
  return dense > text.replace(/\s+/gu, "").length / 3 ? 100 : 500;
}

/** Every block of a page that is all text, such as a chapter of a book. */
export function pagePieces(html: string): readonly Piece[] {
  const { body } = documentOf(html.replace(/^\s*<\?xml[^>]*\?>/, ""));
  return body === null ? [] : blockPieces(body);
}

/** The only first-rank heading, which knows nothing of the site's name; else what the page calls itself. */
function titleOf(document: PageDocument, found: string): string {
  const [only, ...more] = [...document.querySelectorAll("h1")].map((heading) => clean(heading.textContent ?? ""));
  if (only !== undefined && only !== "" && more.length === 0) return only;
  return clean(found) || clean(document.querySelector("title")?.textContent ?? "");
}

/** linkedom makes a whole document only of a text that begins like one. */
function documentOf(html: string): PageDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head>${bodyOf(html)}</html>`;
  return parseHTML(whole).document;
}

function bodyOf(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`;
}

/** Readability drops dates; a reader wants to know when. */
function dateOf(document: PageDocument): string {
  const meta = document.querySelector('meta[property="article:published_time"]')?.getAttribute("content") ?? "";
  const shown = shownText(document, "article time, time[datetime], .date, .published");
  return shown || (/^\d{4}-\d\d-\d\d/.exec(meta)?.[0] ?? "") || dateAmong(document);
}

/** The first day that stands in a line about the article, whose class says no more than that. */
function dateAmong(document: PageDocument): string {
  for (const { textContent } of document.querySelectorAll(
    "[class*=date], [class*=time], [class*=info], [class*=meta]",
  )) {
    const line = clean(textContent ?? "");
    const date = line.length > LONGEST_HEAD ? null : DATE.exec(line);
    if (date !== null) return date[0];
  }
  return "";
}

/** What the first of these elements shows, if it is short enough for a line about the article. */
function shownText(document: PageDocument, selector: string): string {
  const text = clean(document.querySelector(selector)?.textContent ?? "");
  return text.length <= LONGEST_HEAD ? text : "";
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

function blockPieces(root: PageNode): readonly Piece[] {
  const text = new FlowingText();
  const walk = (node: PageNode, kind: BlockKind): void => {
    if (node.nodeType === 3) text.add(node.textContent ?? "");
    if (node.nodeType !== 1 || SILENT.has(node.localName ?? "")) return;
    if (node.localName === "br") text.breakLine();
    const element = node as PageElement;
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
    if (mark !== undefined) text.open(mark);
    for (const child of element.childNodes) walk(child, kind);
    if (mark !== undefined) text.close();
  };
  walk(root, "paragraph");
  text.endBlock("paragraph");
  return text.pieces;
}

/** By-lines, dates and captions outside a figure are known by their class only, and only where they are blocks. */
function kindOf(element: PageElement): BlockKind | undefined {
  const kind = KINDS[element.localName ?? ""];
  const name = element.getAttribute("class") ?? "";
  if (kind !== "paragraph") return kind;
  if (/(?:^|[\s_-])(?:caption|img[_-]?desc)/i.test(name)) return "caption";
  if ((element.textContent ?? "").length > LONGEST_HEAD) return kind;
  if (/\b(?:byline|author)\b/i.test(name)) return "byline";
  return /\b(?:date|dateline|published)\b/i.test(name) ? "dateline" : kind;
}

/** Blanks as a browser shows them; `br` stays a line break. */
function clean(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
