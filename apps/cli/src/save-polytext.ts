import type { ArticleId, Polytext } from "@stele/core";
import type { Session } from "./session.ts";

/** Keeps a polytext in the library, all its pairs; gives the id under which it is listed. */
export async function savePolytext(polytext: Polytext, session: Session): Promise<ArticleId> {
  const library = (await session.home()).library();
  const [source] = polytext.sides;
  if (source !== undefined) library.saveArticle(source.article);
  for (const pair of polytext.pairs) {
    const known = library.bitext(pair.id);
    library.saveBitext(pair, known === undefined ? {} : { seen: known.revision });
  }
  return source === undefined ? ("" as ArticleId) : source.article.id;
}
