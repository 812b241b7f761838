import type { BlockKind } from "@stele/model";
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

/** A node that holds prose and nothing but inline marks, with the kind that its surroundings give it. */
export interface MarkdownLeaf {
  readonly node: MarkdownNode;
  readonly kind: BlockKind;
}

/** The leaves of a tree, in order. */
export function leavesOf(node: MarkdownNode, kind: BlockKind = "paragraph"): readonly MarkdownLeaf[] {
  const leaves: MarkdownLeaf[] = [];
  collect({ node, kind }, leaves);
  return leaves;
}

function collect({ node, kind }: MarkdownLeaf, leaves: MarkdownLeaf[]): void {
  for (const child of node.children ?? []) {
    if (LEAVES.has(child.type)) leaves.push({ node: child, kind });
    else if (child.type in CONTAINERS) collect({ node: child, kind: kindInside(child, kind) }, leaves);
  }
}

function kindInside(node: MarkdownNode, outer: BlockKind): BlockKind {
  const own = CONTAINERS[node.type] ?? "paragraph";
  return own === "paragraph" ? outer : own;
}
