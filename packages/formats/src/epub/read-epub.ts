import { type LanguageTag, parseLanguageTag } from "@stele/model";
import { emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { orMalformed } from "../html/malformed-page.ts";
import { joinBlocks, type Piece } from "../join-blocks.ts";

/**
 * The text of an EPUB 2 or 3 in the order of its spine, the book's title and language.
 *
 * @throws SteleError `input-malformed`, `input-empty`.
 */
export async function readEpub(bytes: Uint8Array, { name }: ReadOptions): Promise<ReadText> {
  if (bytes.length === 0) throw emptyInput(name, false);
  const { archiveText, openArchive } = await import("../archive/open-archive.ts");
  const { readPackage } = await import("./read-package.ts");
  const { pagePieces } = await import("../html/block-pieces.ts");
  const archive = openArchive(bytes, name, (path) => /\.(?:xml|opf|x?html?)$/i.test(path));
  const book = readPackage(archive, name);
  const piecesOf = (path: string): readonly Piece[] => pagePieces(archiveText(archive, path, name));
  const { text, blocks } = joinBlocks(orMalformed(name, () => book.pages.flatMap(piecesOf)));
  if (text === "") throw emptyInput(name, true);
  const language = book.language === undefined ? undefined : knownLanguage(book.language);
  const title = book.title === undefined ? {} : { title: book.title };
  return { text, blocks, format: "epub", ...title, ...(language === undefined ? {} : { language }) };
}

function knownLanguage(tag: string): LanguageTag | undefined {
  try {
    return parseLanguageTag(tag);
  } catch {
    return undefined;
  }
}
