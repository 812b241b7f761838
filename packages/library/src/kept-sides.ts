import { type ArticleId, type Bitext, createBitext, type Side, type SteleError } from "@stele/model";
import { getArticle } from "./articles.ts";
import { getLayout } from "./kept-layouts.ts";
import { readReport } from "./kept-report.ts";
import { hashParts, readBeads, readSide, writeLayout } from "./layout.ts";
import { createRecent, type Recent } from "./recent.ts";
import { optionalText } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";

/** Code units of text that stay parsed for each of sides and bitexts: three pairs of a book, with room to spare. */
const LIMIT = 16_000_000;

interface Kept {
  readonly sides: Recent<Side>;
  readonly bitexts: Recent<Bitext>;
}

/** What was read of a database. Keys hold all that the value is made of, so that nothing here can be out of date. */
const kept = new WeakMap<Database, Kept>();

function keptOf(database: Database): Kept {
  const known = kept.get(database) ?? {
    sides: createRecent<Side>(LIMIT, ({ article }) => article.text.length),
    bitexts: createRecent<Bitext>(
      LIMIT,
      ({ source, target }) => source.article.text.length + target.article.text.length,
    ),
  };
  kept.set(database, known);
  return known;
}

/**
 * A side by its article and the id of its layout, the same object as long as it is in use.
 *
 * @throws what `missing` makes, where one of them is not kept.
 */
export function getSide(database: Database, { id, layoutId, missing }: SideRequest): Side {
  const row = database.get("SELECT derived_from FROM article WHERE id = ?", id);
  const key = [id, layoutId, optionalText(row ?? {}, "derived_from")].join(" ");
  return keptOf(database).sides.get(key, () => {
    const article = getArticle(database, id);
    const data = getLayout(database, layoutId);
    if (article === undefined || data === undefined) throw missing();
    return readSide(article, { id: layoutId, data });
  });
}

/** A side that is wanted. */
export interface SideRequest {
  readonly id: ArticleId;
  readonly layoutId: string;
  readonly missing: () => SteleError;
}

/** A bitext of two sides, the same object as long as it is in use; `beads` and `report` as text. */
export function getKept(database: Database, draft: KeptBitext): Bitext {
  const { beads, report, ...rest } = draft;
  const layouts = [rest.source, rest.target].map((side) => writeLayout(side).id);
  const articles = [rest.source, rest.target].map(({ article }) => `${article.id} ${article.derivedFrom}`);
  const key = [rest.id, rest.revision, rest.author, ...articles, ...layouts, report ?? "", beads];
  return keptOf(database).bitexts.get(hashParts(key.map(String)), () =>
    createBitext({
      ...rest,
      beads: readBeads(beads),
      ...(report === undefined ? {} : { report: readReport(report) }),
    }),
  );
}

/** A bitext whose beads and report are still text. */
export type KeptBitext = Omit<Bitext, "beads" | "report"> & {
  readonly beads: string;
  readonly report: string | undefined;
};
