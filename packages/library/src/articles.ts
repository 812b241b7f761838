import type { Article, ArticleId, Block, LanguageTag } from "@stele/model";
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
  const sql = `INSERT INTO article VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    blocks = excluded.blocks, derived_from = coalesce(derived_from, excluded.derived_from)
    WHERE excluded.blocks <> '[]'`;
  database.run(sql, id, language, storable(text, "article"), layout, derivedFrom ?? null, Date.now());
}

/** Most saves bring articles that are kept already: writing a long text again would cost more than the rest. */
const SAME = "SELECT 1 FROM article WHERE id = ?1 AND blocks = ?2 AND (derived_from IS NOT NULL OR ?3 IS NULL)";

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
