import type { Block } from "@stele/model";
import { decodeText, emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { joinBlocks, type Piece } from "../join-blocks.ts";
import { definitionsOf, readInline } from "./inline-text.ts";
import { leavesOf, type MarkdownLeaf } from "./markdown-leaves.ts";
import type { MarkdownNode } from "./markdown-node.ts";

/**
 * The prose of a Markdown file (CommonMark with GitHub's tables, strikethrough and footnotes, and front matter):
 * headings, paragraphs, list items, quotations, table cells, captions of images that stand alone. Code, raw HTML and
 * addresses are no prose; emphasis, links and code are marks beside it. Each block's `origin` says where it stood in
 * the decoded file.
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
    const urls = definitionsOf(root);
    for (const leaf of leavesOf(root)) pieces.push(leafPiece(leaf, urls));
  }
  const { text, blocks, marks } = joinBlocks(withTitle(pieces));
  if (text.trim() === "") throw emptyInput(name, true);
  const title = frontTitle ?? titleText(text, blocks);
  return { text, blocks, marks, format: "markdown", ...(title === undefined ? {} : { title }) };
}

/** A leaf of the tree as a piece of prose, with its marks. */
function leafPiece({ node, kind }: MarkdownLeaf, urls: ReadonlyMap<string, MarkdownNode>): Piece {
  const origin = { start: node.start, end: node.end };
  const inline = readInline(node, urls);
  if (node.type === "heading") return { kind: "heading", ...inline, origin };
  const [only, ...rest] = node.children ?? [];
  const isCaption = only?.type === "image" && rest.length === 0;
  return { kind: isCaption ? "caption" : kind, ...inline, origin };
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
