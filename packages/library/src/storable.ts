import { SteleError } from "@stele/model";

/** Half of a surrogate pair has no UTF-8; a NUL ends a text for one of the two drivers. */
const NOT_STORABLE = /\p{Surrogate}|\0/u;

/**
 * Text that can be written as UTF-8 and read back as it was.
 *
 * @throws SteleError `text-not-storable`, naming the offset of the first lone surrogate or NUL.
 */
export function storable(text: string, what: string): string {
  const offset = text.search(NOT_STORABLE);
  if (offset === -1) return text;
  const character = text[offset] === "\0" ? "a NUL character" : "half of a surrogate pair";
  throw new SteleError({
    code: "text-not-storable",
    message: `The ${what} holds ${character} at offset ${offset}, which cannot be stored.`,
    hint: "Remove or replace the broken character; the text can still be segmented and aligned without storing it.",
    details: { what, offset },
  });
}
