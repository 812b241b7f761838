import { type Block, createArticle, type Sentence } from "@stele/model";
import type { SourceText } from "@stele/translate";

/** An English article: one block a string, its sentences cut at full stops followed by a blank. */
export function article(
  ...blocks: readonly (string | { readonly text: string; readonly kind: Block["kind"] })[]
): SourceText {
  let text = "";
  const made: Block[] = [];
  const sentences: Sentence[] = [];
  for (const [block, one] of blocks.entries()) {
    const given = typeof one === "string" ? { text: one, kind: "paragraph" as const } : one;
    if (block > 0) text += "\n\n\n";
    const start = text.length;
    text += given.text;
    made.push({ kind: given.kind, start, end: text.length });
    for (const match of given.text.matchAll(/\S.*?(?:\.(?=\s)|$)/gsu)) {
      sentences.push({ start: start + match.index, end: start + match.index + match[0].length, block });
    }
  }
  return { article: createArticle({ language: "en", text, blocks: made }), sentences };
}
