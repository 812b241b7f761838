import type { ArticleId, Bitext, LongBitext, Polytext } from "@stele/core";
import type { Library, Patience } from "@stele/core/node";
import type { Session } from "./session.ts";
import { whenLibraryFree } from "./when-library-free.ts";

/**
 * Keeps a polytext in the library, all its pairs; gives the id under which it is listed. What a person corrected is
 * left as it is: aligning the same texts again does not undo anybody's work.
 */
export async function savePolytext(polytext: Pick<Polytext, "sides" | "pairs">, session: Session): Promise<ArticleId> {
  const [source] = polytext.sides;
  const corrected = await whenLibraryFree((library) => keep(polytext, library), session);
  if (corrected > 0) await sayKept(corrected, session);
  return source === undefined ? ("" as ArticleId) : source.article.id;
}

/** All of it or nothing; how many pairs were left as a person corrected them. */
function keep({ sides: [source], pairs }: Pick<Polytext, "sides" | "pairs">, library: Library): number {
  return library.together(() => {
    if (source !== undefined) library.saveSide(source);
    let corrected = 0;
    for (const pair of pairs) {
      if (library.holds(pair)) continue;
      const known = library.bitext(pair.id);
      if (known !== undefined && isCorrected(known)) corrected += 1;
      else library.saveBitext(pair, known === undefined ? {} : { seen: known.revision });
    }
    return corrected;
  });
}

/** The same for a bitext that is too long to be held. */
export async function saveLong(
  bitext: LongBitext,
  session: Session,
  wait: Pick<Patience, "lockWaitMs"> = {},
): Promise<void> {
  const mayReplace = (known: Bitext): boolean => !isCorrected(known);
  const isSaved = await whenLibraryFree((library) => library.saveLong(bitext, { mayReplace }), session, wait);
  if (!isSaved) await sayKept(1, session);
}

async function sayKept(count: number, { t, say }: Session): Promise<void> {
  await say(t("cli.say.correctionsKept", { count }));
}

function isCorrected({ author, beads }: Bitext): boolean {
  return author !== "stele" || beads.some(({ fixed }) => fixed === true);
}
