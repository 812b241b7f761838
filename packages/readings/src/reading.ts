import type { Span } from "@stele/model";

/** How one stretch of a text is read. The offsets are UTF-16 code units of the untouched text. */
export interface Reading extends Span {
  /** What stands over the text: pinyin with tone marks, romanisation, or the other script's form. */
  readonly reading: string;
  /** The same character by character, for ruby; only where the reading has such parts. */
  readonly parts?: readonly Reading[];
}
