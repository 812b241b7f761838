import type { Block, BlockKind } from "@stele/model";
import { decodeText, emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { joinBlocks, type Piece } from "../join-blocks.ts";
import type { MarkdownNode } from "./markdown-node.ts";

/** Nodes whose children are blocks themselves, with the kind that their paragraphs take. */
const CONTAINERS: Readonly<Record<string, BlockKind | undefined>> = {
  root: "paragraph",
  blockquote: "quote",
  list: "list",
  listItem: "list",
  table: "paragraph",
  tableRow: "paragraph",
  footnoteDefinition: "paragraph",
};
const LEAVES = new Set(["paragraph", "heading", "tableCell"]);

/**
 * The prose of a Markdown file (CommonMark with GitHub's tables, strikethrough and footnotes, and front matter):
 * headings, paragraphs, list items, quotations, table cells, captions of images that stand alone. Code, raw HTML and
 * addresses are no prose. Each block's `origin` says where it stood in the decoded file.
 *
 * @throws SteleError what `decodeText` throws, and `input-empty` where nothing but markup is left.
 */
export async function readMarkdown(bytes: Uint8Array, { name }: ReadOptions): Promise<ReadText> {
  const file = decodeText(bytes, name);
  const { parseMarkdown } = await import("./parse-markdown.ts");
  const pieces: Piece[] = [];
  let frontTitle: string | undefined;
  for (const root of parseMarkdown(file)) {
    frontTitle ??= frontMatterTitle(root);
    collect(root, "paragraph", pieces);
  }
  const { text, blocks } = joinBlocks(withTitle(pieces));
  if (text.trim() === "") throw emptyInput(name, true);
  const title = frontTitle ?? titleText(text, blocks);
  return { text, blocks, format: "markdown", ...(title === undefined ? {} : { title }) };
}

function collect(node: MarkdownNode, kind: BlockKind, pieces: Piece[]): void {
  for (const child of node.children ?? []) {
    if (LEAVES.has(child.type)) pieces.push(leaf(child, kind));
    else if (child.type in CONTAINERS) collect(child, kindInside(child, kind), pieces);
  }
}

function kindInside(node: MarkdownNode, outer: BlockKind): BlockKind {
  const own = CONTAINERS[node.type] ?? "paragraph";
  return own === "paragraph" ? outer : own;
}

function leaf(node: MarkdownNode, kind: BlockKind): Piece {
  const origin = { start: node.start, end: node.end };
  if (node.type === "heading") return { kind: "heading", text: inlineText(node), origin };
  const [only, ...rest] = node.children ?? [];
  const isCaption = only?.type === "image" && rest.length === 0;
  return { kind: isCaption ? "caption" : kind, text: inlineText(node), origin };
}

/** The text a reader sees: emphasis, links and code without their marks; an image is its description. */
function inlineText(node: MarkdownNode): string {
  if (node.type === "break") return "\n";
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "text" || node.type === "inlineCode") return node.value ?? "";
  return (node.children ?? []).map(inlineText).join("");
}

/** The first heading is the title where no prose stands before it. */
function withTitle(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  return first?.kind === "heading" ? [{ ...first, kind: "title" }, ...rest] : pieces;
}

function titleText(text: string, blocks: readonly Block[]): string | undefined {
  const block = blocks.find(({ kind }) => kind === "title");
  return block === undefined ? undefined : text.slice(block.start, block.end).replace(/\s+/gu, " ");
}

function frontMatterTitle(root: MarkdownNode): string | undefined {
  const front = root.children?.find(({ type }) => type === "yaml" || type === "toml");
  const line = /^title\s*[:=]\s*(.+)$/m.exec(front?.value ?? "")?.[1]?.trim();
  return line?.replace(/^(["'])(.*)\1$/, "$2");
}
