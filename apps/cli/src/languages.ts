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

/** Languages beside the source's own that rows hold. */
const MOST_TARGETS = 2;

/**
 * Whether so many translations fit beside their source in rows; asked before any of them is paid for.
 *
 * @throws SteleError `usage`.
 */
export async function checkRows(targets: readonly LanguageTag[], session: Session): Promise<void> {
  if (targets.length <= MOST_TARGETS) return;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "usage",
    message: `Rows hold a text and two translations at most; ${targets.length} languages were asked for.`,
    hint: "Name two languages at a time; npx stele translate without --format writes a file for each of any number.",
    details: { reason: "rows-full" },
  });
}

/**
 * The regions named beside languages, as options for engines that know them: `en-GB` gives `{ en: { region: "GB" } }`.
 */
export async function regionOptions(
  text: string,
  session: Session,
): Promise<Readonly<Partial<Record<LanguageTag, Readonly<Record<string, string>>>>>> {
  const { parseLanguageTag, regionOf } = await session.core();
  const named = text.split(",").flatMap((word) => {
    const region = /^en/i.test(word.trim()) ? regionOf(word) : undefined;
    return region === undefined ? [] : [[parseLanguageTag(word), { region }] as const];
  });
  return Object.fromEntries(named);
}
