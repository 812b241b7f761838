import type { BlockKind } from "@stele/model";
import type { PhrasingNode } from "./phrasing.ts";

/** A node that remark writes: a block and what stands in it. */
export interface MarkdownPart {
  readonly type: string;
  readonly depth?: number;
  readonly ordered?: boolean;
  readonly spread?: boolean;
  readonly children: readonly (MarkdownPart | PhrasingNode)[];
}

/** A block of a kind as Markdown has it. */
export function partOf(kind: BlockKind, children: readonly PhrasingNode[]): MarkdownPart {
  if (kind === "title") return { type: "heading", depth: 1, children };
  if (kind === "heading") return { type: "heading", depth: 2, children };
  const paragraph: MarkdownPart = { type: "paragraph", children };
  if (kind === "quote") return { type: "blockquote", children: [paragraph] };
  if (kind !== "list") return paragraph;
  const item: MarkdownPart = { type: "listItem", spread: false, children: [paragraph] };
  return { type: "list", ordered: false, spread: false, children: [item] };
}
