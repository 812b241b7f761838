import type { Library, TextSummary } from "@stele/core/node";
import type { Session } from "./session.ts";

/**
 * The text that a person means: its number in the list (the last changed is 1) or the beginning of its id.
 *
 * @throws SteleError `not-found`, also where several ids begin so.
 */
export async function findText(wish: string, texts: readonly TextSummary[], session: Session): Promise<TextSummary> {
  const number = /^\d{1,5}$/.test(wish) ? texts[Number(wish) - 1] : undefined;
  const [first, second] = texts.filter(({ id }) => id.startsWith(wish.toLowerCase()));
  const found = number ?? (second === undefined ? first : undefined);
  if (found !== undefined) return found;
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "not-found",
    message: second === undefined ? `There is no text ${wish} in the library.` : `Several texts begin with ${wish}.`,
    hint: "See numbers and ids with: npx stele library list",
    details: { id: wish },
  });
}

/** A text that is listed, not removed. */
export async function findListed(wish: string, library: Library, session: Session): Promise<TextSummary> {
  return findText(wish, library.texts(), session);
}
