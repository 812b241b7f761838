import { emptyInput } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";
import { joinBlocks } from "../join-blocks.ts";

/**
 * The text of a Word document: paragraphs, headings, lists, captions and table cells; notes, comments, headers and
 * what was deleted are left out.
 *
 * @throws SteleError `input-malformed`, `input-empty`.
 */
export async function readDocx(bytes: Uint8Array, { name }: ReadOptions): Promise<ReadText> {
  if (bytes.length === 0) throw emptyInput(name, false);
  const { archiveText, openArchive } = await import("../archive/open-archive.ts");
  const { docxPieces } = await import("./docx-pieces.ts");
  const path = "word/document.xml";
  const archive = openArchive(bytes, name, (file) => file === path);
  const { text, blocks } = joinBlocks(docxPieces(archiveText(archive, path, name), name));
  if (text === "") throw emptyInput(name, true);
  return { text, blocks, format: "docx" };
}
