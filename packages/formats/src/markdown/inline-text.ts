import type { InlineMark, InlineMarkKind } from "@stele/model";
import type { MarkdownNode } from "./markdown-node.ts";

/** The text a reader sees, and the marks over it. */
export interface InlineText {
  readonly text: string;
  readonly marks: readonly InlineMark[];
}

/** Where links and images that name a definition lead, by its identifier; the first of a name counts. */
export function definitionsOf(root: MarkdownNode): ReadonlyMap<string, MarkdownNode> {
  const found = new Map<string, MarkdownNode>();
  const walk = (node: MarkdownNode): void => {
    const { type, identifier = "" } = node;
    if (type === "definition" && !found.has(identifier)) found.set(identifier, node);
    for (const child of node.children ?? []) walk(child);
  };
  walk(root);
  return found;
}

/** The text of a leaf without its marks, and the marks; an image is its description, raw HTML is no text. */
export function readInline(leaf: MarkdownNode, urls: ReadonlyMap<string, MarkdownNode>): InlineText {
  const reader: Reader = { text: "", marks: [], urls };
  readChildren(leaf, reader);
  return reader;
}

interface Reader {
  text: string;
  readonly marks: InlineMark[];
  readonly urls: ReadonlyMap<string, MarkdownNode>;
}

const KINDS: Readonly<Record<string, InlineMarkKind | undefined>> = {
  emphasis: "emphasis",
  strong: "strong",
  delete: "deletion",
  inlineCode: "code",
  link: "link",
  linkReference: "link",
  image: "image",
  imageReference: "image",
  footnoteReference: "footnote",
};

function readChildren({ children = [] }: MarkdownNode, reader: Reader): void {
  const open: OpenTag[] = [];
  for (const child of children) {
    if (child.type === "html") readTag(child.value ?? "", open, reader);
    else readNode(child, reader);
  }
  // A tag that nothing closes stands for itself.
  for (const { tag, start } of open) reader.marks.push({ kind: "html", start, end: start, open: tag });
}

function readNode(node: MarkdownNode, reader: Reader): void {
  const start = reader.text.length;
  if (node.type === "break") reader.text += "\n";
  else if (node.type === "image" || node.type === "imageReference") reader.text += node.alt ?? "";
  else if (node.type === "text" || node.type === "inlineCode") reader.text += node.value ?? "";
  else readChildren(node, reader);
  const kind = KINDS[node.type];
  if (kind === undefined) return;
  reader.marks.push({ kind, start, end: reader.text.length, ...detailsOf(node, kind, reader) });
}

function detailsOf(node: MarkdownNode, kind: InlineMarkKind, { urls }: Reader): Partial<InlineMark> {
  if (kind === "footnote") return { label: node.identifier ?? "" };
  if (kind !== "link" && kind !== "image") return {};
  const { url = "", title } = node.url === undefined ? (urls.get(node.identifier ?? "") ?? node) : node;
  return { url, ...(title === undefined ? {} : { title }) };
}

interface OpenTag {
  readonly tag: string;
  readonly name: string;
  readonly start: number;
}

/** Tags that nothing closes. */
const LONE_TAG = /^<(?:br|hr|img|input|wbr)\b|\/>$/i;

function readTag(tag: string, open: OpenTag[], { text, marks }: Reader): void {
  const [, close = "", name = ""] = /^<(\/?)([a-z][\w-]*)[^>]*>$/i.exec(tag) ?? [];
  const at = open.findLastIndex((one) => one.name === name.toLowerCase());
  const start = text.length;
  const isLone = name === "" || LONE_TAG.test(tag) || (close === "/" && at < 0);
  if (isLone) marks.push({ kind: "html", start, end: start, open: tag });
  else if (close === "") open.push({ tag, name: name.toLowerCase(), start });
  else {
    const [opened, ...within] = open.splice(at);
    if (opened !== undefined)
      marks.push({ kind: "html", start: opened.start, end: start, open: opened.tag, close: tag });
    for (const one of within) marks.push({ kind: "html", start: one.start, end: one.start, open: one.tag });
  }
}
