import type { Article, ArticleId, Block, LanguageTag } from "@stele/model";
import { blockPieces } from "./layout.ts";
import { longValue, withValues } from "./long-values.ts";
import { jsonOf, optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import { storable } from "./storable.ts";

/**
 * Keeps an article. The same text twice is one article; where a later reader found more blocks, those are kept.
 *
 * @throws SteleError `text-not-storable`.
 */
export function putArticle(database: Database, article: Article): void {
  const { id, language, text, blocks, derivedFrom } = article;
  const layout = JSON.stringify(blocks);
  if (database.get(SAME, id, layout, derivedFrom ?? null) !== undefined) return;
  const sql = `INSERT INTO article VALUES (?, ?, ?, ?, ?, ?) ${OR_UPDATE}`;
  database.run(sql, id, language, storable(text, "article"), layout, derivedFrom ?? null, Date.now());
}

const OR_UPDATE = `ON CONFLICT (id) DO UPDATE SET blocks = excluded.blocks,
  derived_from = coalesce(derived_from, excluded.derived_from) WHERE excluded.blocks <> '[]'`;

/** Most saves bring articles that are kept already: writing a long text again would cost more than the rest. */
const SAME = "SELECT 1 FROM article WHERE id = ?1 AND blocks = ?2 AND (derived_from IS NOT NULL OR ?3 IS NULL)";

/** An article that is gone through, not held. */
export interface LongArticle extends Omit<Article, "text" | "blocks"> {
  readonly text: Iterable<string>;
  readonly blocks: Iterable<Block>;
}

/** The same for an article that may be too long to be held. Needs a transaction around it. */
export function putLongArticle(database: Database, { id, language, text, blocks, derivedFrom }: LongArticle): void {
  const sql = `INSERT INTO article VALUES (?, ?, ${longValue(0)}, ${longValue(1)}, ?, ?) ${OR_UPDATE}`;
  withValues(database, [text, blockPieces(blocks)], {
    what: "article",
    write: () => database.run(sql, id, language, derivedFrom ?? null, Date.now()),
  });
}

/** A kept article; undefined where there is none with this id. */
export function getArticle(database: Database, id: ArticleId): Article | undefined {
  const row = database.get("SELECT * FROM article WHERE id = ?", id);
  if (row === undefined) return undefined;
  const derivedFrom = optionalText(row, "derived_from");
  return {
    id,
    language: textOf(row, "language") as LanguageTag,
    text: textOf(row, "text"),
    blocks: jsonOf<readonly Block[]>(row, "blocks"),
    ...(derivedFrom === undefined ? {} : { derivedFrom: derivedFrom as ArticleId }),
  };
}
