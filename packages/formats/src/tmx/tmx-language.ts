import { type LanguageTag, parseLanguageTag, SteleError } from "@stele/model";

/** The tag as ours; undefined where it is no language of Stele. */
export function knownLanguage(tag: string): LanguageTag | undefined {
  try {
    return parseLanguageTag(tag);
  } catch {
    return undefined;
  }
}

/** The error of a file that is no TMX, saying why. */
export function malformed(name: string, reason: string): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `"${name}" is not a TMX file that can be read: ${reason}.`,
    hint: "Export it again as TMX 1.4, or repair the place that is named.",
    details: { name, reason },
  });
}
