import type { Span } from "@stele/model";
import { leavesOf } from "./markdown-leaves.ts";
import type { MarkdownNode } from "./markdown-node.ts";
import type { MarkdownPart } from "./markdown-part.ts";
import type { MarkedBlock } from "./marked-blocks.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { type PhrasingNode, phrasingOf } from "./phrasing.ts";
import { stringifyMarkdown } from "./stringify-markdown.ts";

/** A Markdown file whose blocks are replaced by others, which come in the order of their origins. */
export function* fillFile(blocks: Iterable<MarkedBlock>, file: string): Generator<string, void, undefined> {
  const filling = fillings(blocks);
  let at = 0;
  for (const root of parseMarkdown(file)) {
    for (const { node } of leavesOf(root)) {
      const children = filling(node.start);
      if (children.length === 0) continue;
      const place = placeOf(node, file);
      yield file.slice(at, place.start);
      yield fill(stringifyMarkdown({ ...leafNode(node), children } as MarkdownPart), place);
      at = place.end;
    }
  }
  yield file.slice(at);
}

/** Gives the inline nodes of all blocks whose origin begins at an offset; asked for ascending offsets. */
function fillings(blocks: Iterable<MarkedBlock>): (start: number) => readonly PhrasingNode[] {
  const rest = blocks[Symbol.iterator]();
  let next = rest.next();
  return (start) => {
    const nodes: PhrasingNode[] = [];
    for (; next.done !== true && (next.value.origin?.start ?? 0) <= start; next = rest.next()) {
      const { origin, text, marks } = next.value;
      if (origin?.start !== start) continue;
      if (nodes.length > 0) nodes.push({ type: "text", value: " " });
      nodes.push(...phrasingOf(text, marks));
    }
    return nodes;
  };
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
