import { decodeText } from "../decode-text.ts";
import type { ReadOptions, ReadText } from "../format.ts";

/** Plain text: the decoded file, without blocks. Throws what `decodeText` throws. */
export function readPlainText(bytes: Uint8Array, { name }: ReadOptions): ReadText {
  return { text: decodeText(bytes, name), blocks: [], format: "text" };
}
