import type { BlockKind } from "@stele/model";
import type { Piece } from "../join-blocks.ts";
import { FlowingText } from "./flowing-text.ts";
import { markOfElement } from "./mark-of-element.ts";
import { type PageElement, type PageNode, PageText } from "./page-node.ts";
import { PageDocument } from "./parse-page.ts";
import { LONGEST_HEAD, textWithin } from "./text-within.ts";

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
/** Kinds that stay what they are whatever stands inside. */
const STRONG = new Set<BlockKind>(["quote", "list", "caption", "byline", "dateline"]);

/** Every block of a page that is all text, such as a chapter of a book. */
export function pagePieces(html: string): readonly Piece[] {
  return blockPieces(new PageDocument(html).body);
}

/** The blocks in an element, in the order of the page, without the elements that are left out. */
export function blockPieces(
  root: PageElement,
  isLeftOut: (element: PageElement) => boolean = () => false,
): readonly Piece[] {
  const text = new FlowingText();
  const walk = (node: PageNode, kind: BlockKind): void => {
    if (node instanceof PageText) text.add(node.textContent);
    else if (!SILENT.has(node.localName) && !isLeftOut(node)) walkElement(node, kind);
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
