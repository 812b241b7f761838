import type { Span } from "@stele/model";
import { type MarkdownPart, partOf } from "./markdown-part.ts";
import { type MarkedBlock, type MarkedText, markedBlocks } from "./marked-blocks.ts";
import { phrasingOf } from "./phrasing.ts";

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
  const { file, origins } = options;
  const blocks = [...markedBlocks(article)].map(({ origin, ...block }, index): MarkedBlock => {
    const place = origins === undefined ? origin : origins[index];
    return place === undefined ? block : { ...block, origin: place };
  });
  const placed = blocks.toSorted((one, other) => (one.origin?.start ?? 0) - (other.origin?.start ?? 0));
  return [...(await blocksMarkdown(file === undefined ? blocks : placed, file))].join("");
}

/**
 * The same of blocks that come one by one, in pieces: nothing is held but a block and the part of the file that it
 * stands in. With `file` they come in the order of their origins; one that comes too late is left out.
 */
export async function blocksMarkdown(blocks: Iterable<MarkedBlock>, file?: string): Promise<Iterable<string>> {
  if (file !== undefined) return (await import("./fill-file.ts")).fillFile(blocks, file);
  const { stringifyMarkdown } = await import("./stringify-markdown.ts");
  return wholeMarkdown(blocks, stringifyMarkdown);
}

function* wholeMarkdown(
  blocks: Iterable<MarkedBlock>,
  stringify: (tree: MarkdownPart) => string,
): Generator<string, void, undefined> {
  let separator = "";
  for (const part of partsOf(blocks)) {
    yield separator + stringify({ type: "root", children: [part] });
    separator = "\n\n";
  }
  yield "\n";
}

/** Blocks as parts of a tree: neighbouring items are one list, neighbouring quotations one. */
function* partsOf(blocks: Iterable<MarkedBlock>): Generator<MarkdownPart, void, undefined> {
  let last: MarkdownPart | undefined;
  let children: MarkdownPart["children"][number][] = [];
  for (const { kind, text, marks } of blocks) {
    const part = partOf(kind, phrasingOf(text, marks));
    const goesOn = last?.type === part.type && isContainer(part);
    if (goesOn) children.push(...part.children);
    else {
      if (last !== undefined) yield { ...last, children };
      last = part;
      children = [...part.children];
    }
  }
  if (last !== undefined) yield { ...last, children };
}

function isContainer({ type }: MarkdownPart): boolean {
  return type === "list" || type === "blockquote";
}
