import { type Block, type InlineMark, type Span, sliceMarks } from "@stele/model";
import { leavesOf } from "./markdown-leaves.ts";
import type { MarkdownNode } from "./markdown-node.ts";
import { type PhrasingNode, phrasingOf } from "./phrasing.ts";

/** One text with its blocks and marks: what `readArticle` gives, or its translation. */
export interface MarkedText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks?: readonly InlineMark[];
}

/** How an article becomes Markdown. */
export interface ArticleMarkdownOptions {
  /**
   * The decoded Markdown file that the text was translated from. Everything in it that is no prose is kept as it is:
   * ranks of headings, numbers and depths of lists, tables, code, front matter.
   */
  readonly file?: string;
  /** For each block the `origin` of the block of the file whose place it takes. Default: the blocks' own. */
  readonly origins?: readonly (Span | undefined)[];
}

/**
 * One text as Markdown: its blocks by their kinds, its marks where its words now stand, everything else escaped. With
 * `file` its blocks take the places of the file's own; a block of the file that nothing replaces stays.
 */
export async function writeArticleMarkdown(article: MarkedText, options: ArticleMarkdownOptions = {}): Promise<string> {
  const { file } = options;
  const { stringifyMarkdown } = await import("./stringify-markdown.ts");
  if (file === undefined) return `${stringifyMarkdown(treeOf(article))}\n`;
  const { parseMarkdown } = await import("./parse-markdown.ts");
  const filling = byOrigin(article, options.origins ?? article.blocks.map(({ origin }) => origin));
  const parts: string[] = [];
  let at = 0;
  for (const root of parseMarkdown(file)) {
    for (const { node } of leavesOf(root)) {
      const children = filling.get(node.start);
      if (children === undefined) continue;
      const place = placeOf(node, file);
      parts.push(
        file.slice(at, place.start),
        fill(stringifyMarkdown({ ...leafNode(node), children } as MarkdownPart), place),
      );
      at = place.end;
    }
  }
  return [...parts, file.slice(at)].join("");
}

interface MarkdownPart {
  readonly type: string;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly spread?: boolean;
  readonly children: readonly (MarkdownPart | PhrasingNode)[];
}

/** The inline nodes of every block, by where the block of the file begins whose place they take. */
function byOrigin(
  article: MarkedText,
  origins: readonly (Span | undefined)[],
): ReadonlyMap<number, readonly PhrasingNode[]> {
  const filling = new Map<number, readonly PhrasingNode[]>();
  for (const [index, block] of article.blocks.entries()) {
    const start = origins[index]?.start;
    if (start === undefined) continue;
    const before = filling.get(start);
    const nodes = phrasingOfBlock(article, block);
    filling.set(start, before === undefined ? nodes : [...before, { type: "text", value: " " }, ...nodes]);
  }
  return filling;
}

function phrasingOfBlock({ text, marks = [] }: MarkedText, block: Block): readonly PhrasingNode[] {
  return phrasingOf(text.slice(block.start, block.end), sliceMarks(marks, block));
}

function leafNode({ type, depth }: MarkdownNode): { readonly type: string; readonly depth?: number } {
  return depth === undefined ? { type } : { type, depth };
}

interface Place extends Span {
  /** What stands before every further line. */
  readonly prefix: string;
  readonly isOneLine: boolean;
}

/** Where a leaf's Markdown stands; of a cell what is between its bars. */
function placeOf({ type, start, end }: MarkdownNode, file: string): Place {
  const prefix = file.slice(file.lastIndexOf("\n", start - 1) + 1, start).replace(/[^>\s]/gu, " ");
  if (type !== "tableCell") return { start, end, prefix, isOneLine: false };
  const lead = /^\|?[^\S\n]*/.exec(file.slice(start, end))?.[0].length ?? 0;
  const inner = file.slice(start + lead, end).replace(/[^\S\n]*(?<!\\)\|?[^\S\n]*$/, "");
  return { start: start + lead, end: start + lead + inner.length, prefix, isOneLine: true };
}

function fill(markdown: string, { prefix, isOneLine }: Place): string {
  return markdown.replace(/\n/g, isOneLine ? " " : `\n${prefix}`);
}

/** The whole text as a tree of its own; neighbouring items are one list, neighbouring quotations one. */
function treeOf(article: MarkedText): MarkdownPart {
  const parts: MarkdownPart[] = [];
  for (const block of article.blocks) {
    const part = partOf(block, phrasingOfBlock(article, block));
    const last = parts.at(-1);
    if (last !== undefined && last.type === part.type && isContainer(part)) {
      parts[parts.length - 1] = { ...last, children: [...last.children, ...part.children] };
    } else parts.push(part);
  }
  return { type: "root", children: parts };
}

function isContainer({ type }: MarkdownPart): boolean {
  return type === "list" || type === "blockquote";
}

function partOf({ kind }: Block, children: readonly PhrasingNode[]): MarkdownPart {
  if (kind === "title") return { type: "heading", depth: 1, children };
  if (kind === "heading") return { type: "heading", depth: 2, children };
  const paragraph: MarkdownPart = { type: "paragraph", children };
  if (kind === "quote") return { type: "blockquote", children: [paragraph] };
  if (kind !== "list") return paragraph;
  const item: MarkdownPart = { type: "listItem", spread: false, children: [paragraph] };
  return { type: "list", ordered: false, spread: false, children: [item] };
}
