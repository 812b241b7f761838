import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const processor = unified()
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkStringify, { bullet: "-", emphasis: "*", strong: "*", rule: "-", listItemIndent: "one" })
  .freeze();

/** A tree of Markdown, whole or a part, as text without a final line end. */
export function stringifyMarkdown(tree: { readonly type: string }): string {
  return processor.stringify(tree as never).replace(/\n$/, "");
}
