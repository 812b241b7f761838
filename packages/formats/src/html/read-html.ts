import { type LanguageTag, parseLanguageTag, SteleError } from "@stele/model";
import { decodeText, emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { joinBlocks } from "../join-blocks.ts";

/**
 * The article of a saved page: navigation, advertisements and scripts are dropped; title, by-line, date, captions and
 * the text's own order are kept, emphasis, links and code as marks. Blocks have no `origin`: what stands in the file is not what a browser shows.
 *
 * @throws SteleError what `decodeText` throws, and `input-empty` where the page holds no article.
 */
export async function readHtml(bytes: Uint8Array, { name }: ReadOptions): Promise<ReadText> {
  const file = decodeText(bytes, name, { declared: declaredEncoding(bytes) });
  checkDepth(file, name);
  const { extractArticle } = await import("./extract-article.ts");
  const page = orMalformed(name, () => extractArticle(file));
  const { text, blocks, marks } = joinBlocks(page.pieces);
  if (text === "") throw emptyInput(name, true);
  const language = page.language === undefined ? undefined : knownLanguage(page.language);
  const title = page.title === undefined ? {} : { title: page.title };
  return { text, blocks, marks, format: "html", ...title, ...(language === undefined ? {} : { language }) };
}

/** Elements in each other; a page of people has some tens, and reading takes the square of their number. */
const DEEPEST = 2000;
const NESTING = /<(\/?)(?:div|span|section|article|blockquote|[uo]l|table|font|[abi]|em|strong)\b/gi;

function checkDepth(file: string, name: string): void {
  let depth = 0;
  for (const [, close] of file.matchAll(NESTING)) {
    depth += close === "/" ? -1 : 1;
    if (depth > DEEPEST) throw malformed(name);
  }
}

/** A page made to break readers may exhaust the stack of the tree's own code. */
function orMalformed<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? malformed(name) : error;
  }
}

function malformed(name: string): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `The page "${name}" is too deep or too broken to be taken apart.`,
    hint: "Save it again in a browser, or give its text as plain text.",
    details: { name },
  });
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
