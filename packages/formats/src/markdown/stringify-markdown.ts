import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const processor = unified()
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkStringify, { bullet: "-", emphasis: "*", strong: "*", rule: "-", listItemIndent: "one" })
  .freeze();

/** The types of the library know a whole tree only; it writes any part of one. */
type MarkdownTree = Parameters<typeof processor.stringify>[0];

/** A tree of Markdown, whole or a part, as text without a final line end. */
export function stringifyMarkdown(tree: { readonly type: string }): string {
  return processor.stringify(tree as MarkdownTree).replace(/\n$/, "");
}
