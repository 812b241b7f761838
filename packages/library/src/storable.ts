import { SteleError } from "@stele/model";

/**
 * Text that can be written as UTF-8 and read back as it was.
 *
 * @throws SteleError `text-not-storable`, naming the offset of the first lone surrogate.
 */
export function storable(text: string, what: string): string {
  const offset = text.search(/\p{Surrogate}/u);
  if (offset === -1) return text;
  throw new SteleError({
    code: "text-not-storable",
    message: `The ${what} holds half of a surrogate pair at offset ${offset}, which cannot be stored as UTF-8.`,
    hint: "Remove or replace the broken character; the text can still be segmented and aligned without storing it.",
    details: { what, offset },
  });
}
