import type { Library, TextSummary } from "@stele/core/node";
import type { Session } from "./session.ts";

/**
 * The text that a person means: its number in the list (the last changed is 1), the beginning of its id, or words of
 * its title where no id begins so and it is no number.
 *
 * @throws SteleError `not-found`, also where several are meant.
 */
export async function findText(wish: string, texts: readonly TextSummary[], session: Session): Promise<TextSummary> {
  const isNumber = /^\d{1,5}$/.test(wish);
  const number = isNumber ? texts[Number(wish) - 1] : undefined;
  const words = wish.toLowerCase();
  const byId = texts.filter(({ id }) => id.startsWith(words));
  // A number that is not in the list may not fall upon a title with a year in it.
  const byTitle = isNumber ? [] : texts.filter(({ title }) => title.toLowerCase().includes(words));
  const [first, second] = byId.length > 0 ? byId : byTitle;
  const found = number ?? (second === undefined ? first : undefined);
  if (found !== undefined) return found;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "not-found",
    message: second === undefined ? `There is no text ${wish} in the library.` : `Several texts answer to ${wish}.`,
    hint: "See numbers and ids with: npx stele library list",
    details: { id: wish },
  });
}

/** A text that is listed, not removed. */
export async function findListed(wish: string, library: Library, session: Session): Promise<TextSummary> {
  return findText(wish, library.texts(), session);
}
