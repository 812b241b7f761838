import { type LanguageTag, parseLanguageTag } from "@stele/model";
import { decodeText, emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { joinBlocks } from "../join-blocks.ts";
import { orMalformed } from "./malformed-page.ts";

/**
 * The article of a saved page: navigation, advertisements and scripts are dropped; title, by-line, date, captions and
 * the text's own order are kept, emphasis, links and code as marks. Blocks have no `origin`: what stands in the file is
 * not what a browser shows.
 *
 * @throws SteleError what `decodeText` throws, and `input-empty` where the page holds no article.
 */
export async function readHtml(bytes: Uint8Array, { name }: ReadOptions): Promise<ReadText> {
  const file = decodeText(bytes, name, { declared: declaredEncoding(bytes) });
  const { extractArticle } = await import("./extract-article.ts");
  const page = orMalformed(name, () => extractArticle(file));
  const { text, blocks, marks } = joinBlocks(page.pieces);
  if (text === "") throw emptyInput(name, true);
  const language = page.language === undefined ? undefined : knownLanguage(page.language);
  const title = page.title === undefined ? {} : { title: page.title };
  return { text, blocks, marks, format: "html", ...title, ...(language === undefined ? {} : { language }) };
}

/** What the page's own head says, in the bytes in which every browser looks for it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 1024));
  return /<meta\s[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}

function knownLanguage(tag: string): LanguageTag | undefined {
  try {
    return parseLanguageTag(tag);
  } catch {
    return undefined;
  }
}
