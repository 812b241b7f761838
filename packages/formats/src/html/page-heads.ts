import type { Piece } from "../join-blocks.ts";
import { elementsIn, type PageElement } from "./page-node.ts";
import type { PageDocument } from "./parse-page.ts";
import { LONGEST_HEAD, textWithin } from "./text-within.ts";

/** Characters, blanks and all, in which a by-line or a date line is looked for. */
const MOST_READ = 5000;
const DATE =
  /\d{4}(?:[-./]\s?\d{1,2}[-./]\s?\d{1,2}|年\s?\d{1,2}月\s?\d{1,2}日|년\s?\d{1,2}월\s?\d{1,2}일)(?:\s+\d{1,2}:\d{2})?/;
/** How many blocks from an article's beginning its by-line and date may stand. */
const EARLY = 8;

/** What is said of an article beside its text; empty where nothing is. */
export interface Heads {
  readonly title: string;
  readonly byline: string;
  readonly date: string;
}

/** What Readability says of an article. */
interface FoundHeads {
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
}

/**
 * Title, by-line and date; Readability drops dates, and titles with the site's name are for pages without a heading.
 */
export function headsOf(document: PageDocument, found: FoundHeads = {}): Heads {
  return {
    title: titleOf(document, found.title ?? ""),
    byline: clean(found.byline ?? "") || shownText(document, hasClass("byline", "writer", "reporter", "author")),
    date: dateOf(document),
  };
}

/** The only first-rank heading, which knows nothing of the site's name; else what the page calls itself. */
function titleOf(document: PageDocument, found: string): string {
  const [only, ...more] = document.getElementsByTagName("h1").map((heading) => clean(heading.textContent));
  if (only !== undefined && only !== "" && more.length === 0) return only;
  return withoutSite(clean(found) || clean(document.title));
}

/** The name of a site behind a title, and of a part of it: no blanks stand in them. */
const SITE = /(?:\s*[|｜_]\s*|\s[-–—]\s)[^\s|｜_]{2,14}$/u;

/** Readability counts words to tell a title from the site's name behind it; Chinese has none to count, Korean few. */
function withoutSite(title: string): string {
  if (!/[\p{sc=Han}\p{sc=Hangul}]/u.test(title)) return title;
  const rest = title.replace(SITE, "").replace(SITE, "");
  return rest.length < 4 ? title : rest;
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

/** What Readability took out of the text is put before it, unless the text says it itself. */
export function withHeads({ title, byline, date }: Heads, pieces: readonly Piece[]): readonly Piece[] {
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

/** Blanks as a browser shows them; `br` stays a line break. */
function clean(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/g, "\n")
    .trim();
}
