import type { ArticleId, LanguageTag, Polytext } from "@stele/core";
import { checkRows, languageList } from "./languages.ts";
import type { Session } from "./session.ts";

/**
 * A text of the library in rows, with the translations whose languages are named, such as `ko,zh`; by default with the
 * first two that it has.
 *
 * @throws SteleError `usage` for more languages than rows hold; `not-found` for a text, or a language that it lacks.
 */
export async function shownText(id: ArticleId, to: string | undefined, session: Session): Promise<Polytext> {
  const { readTextPolytext } = await session.core();
  const library = (await session.home()).library();
  if (to === undefined) return readTextPolytext(library, id);
  const wanted = await languageList(to, session);
  const own = library.article(id)?.language;
  await checkRows(
    wanted.filter((language) => language !== own),
    session,
  );
  const polytext = readTextPolytext(library, id, { to: wanted });
  const missing = wanted.find((language) => polytext.sides.every(({ article }) => article.language !== language));
  if (missing !== undefined) throw await noTranslation(missing, session);
  return polytext;
}

async function noTranslation(language: LanguageTag, session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "not-found",
    message: `This text has no translation into ${language}.`,
    hint: `See which it has with: npx stele library list, or make one with: npx stele translate FILE --to ${language}`,
    details: { language, reason: "language-missing" },
  });
}
