import { type Article, type ArticleId, type Block, createArticle, type LanguageTag } from "@stele/model";
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
  const sql = `INSERT INTO article VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
    blocks = excluded.blocks, derived_from = coalesce(derived_from, excluded.derived_from)
    WHERE excluded.blocks <> '[]'`;
  const layout = JSON.stringify(blocks);
  database.run(sql, id, language, storable(text, "article"), layout, derivedFrom ?? null, Date.now());
}

/** A kept article; undefined where there is none with this id. */
export function getArticle(database: Database, id: ArticleId): Article | undefined {
  const row = database.get("SELECT * FROM article WHERE id = ?", id);
  if (row === undefined) return undefined;
  const derivedFrom = optionalText(row, "derived_from");
  return createArticle({
    language: textOf(row, "language") as LanguageTag,
    text: textOf(row, "text"),
    blocks: jsonOf<readonly Block[]>(row, "blocks"),
    ...(derivedFrom === undefined ? {} : { derivedFrom: derivedFrom as ArticleId }),
  });
}
