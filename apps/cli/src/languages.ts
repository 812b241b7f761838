import type { LanguageTag } from "@stele/core";
import type { Session } from "./session.ts";

/**
 * Languages as the command line names them: `ko,zh`.
 *
 * @throws SteleError `language-unknown`; `language-same` for one named twice.
 */
export async function languageList(text: string, session: Session): Promise<readonly LanguageTag[]> {
  const { parseLanguageTag, SteleError } = await session.core();
  const tags = text
    .split(",")
    .filter((word) => word.trim() !== "")
    .map(parseLanguageTag);
  const twice = tags.find((tag, index) => tags.indexOf(tag) !== index);
  if (twice === undefined) return tags;
  throw new SteleError({
    code: "language-same",
    message: `${twice} is named twice.`,
    hint: "Name each language once.",
    details: { language: twice },
  });
}
