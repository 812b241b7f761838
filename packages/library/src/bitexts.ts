import {
  type Article,
  type ArticleId,
  type Bitext,
  type BitextId,
  createBitext,
  hashText,
  type Side,
  SteleError,
} from "@stele/model";
import { getArticle, putArticle } from "./articles.ts";
import { readBeads, readLayout, writeBeads, writeLayout } from "./layout.ts";
import { jsonOf, numberOf, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";
import { StaleRevision } from "./stale-revision.ts";
import { storable } from "./storable.ts";

/** A revision as history shows it. */
export interface RevisionSummary {
  readonly revision: number;
  readonly author: string;
  readonly savedAt: Date;
  readonly beads: number;
  readonly sourceId: ArticleId;
  readonly targetId: ArticleId;
}

/** The columns of a revision that hold what it says. */
type Content = readonly [sourceId: string, targetId: string, source: string, target: string, beads: string];

/** What is there of a bitext; the latest revision where none is named. */
export function getBitext(database: Database, id: BitextId, revision?: number): Bitext | undefined {
  const row =
    revision === undefined
      ? database.get(
          "SELECT r.* FROM revision r JOIN bitext b ON b.id = bitext_id AND b.revision = r.revision WHERE b.id = ?",
          id,
        )
      : database.get("SELECT * FROM revision WHERE bitext_id = ? AND revision = ?", id, revision);
  return row === undefined ? undefined : bitextOf(database, row);
}

/** Every revision, the first first. */
export function bitextHistory(database: Database, id: BitextId): readonly RevisionSummary[] {
  return database.all("SELECT * FROM revision WHERE bitext_id = ? ORDER BY revision", id).map((row) => ({
    revision: numberOf(row, "revision"),
    author: textOf(row, "author"),
    savedAt: new Date(numberOf(row, "saved_at")),
    beads: jsonOf<readonly unknown[]>(row, "beads").length,
    sourceId: textOf(row, "source_id") as ArticleId,
    targetId: textOf(row, "target_id") as ArticleId,
  }));
}

/**
 * Writes the next revision, or the first one; equal content writes nothing. Needs a transaction around it.
 *
 * @param seen the revision on which the writer built; default: the bitext's own.
 * @throws StaleRevision where another one is the latest by now.
 */
export function putBitext(database: Database, bitext: Bitext, { seen = bitext.revision, textId = "" }): Bitext {
  const latest = getBitext(database, bitext.id);
  if (latest !== undefined && isSame(latest, bitext)) return latest;
  if (latest !== undefined && latest.revision !== seen) throw new StaleRevision(bitext, latest);
  const saved = createBitext({ ...bitext, revision: (latest?.revision ?? 0) + 1 });
  for (const { article } of [saved.source, saved.target]) putArticle(database, article);
  const upsert = `INSERT INTO bitext VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision`;
  database.run(upsert, saved.id, textId, saved.revision);
  insertRevision(database, saved);
  return saved;
}

function insertRevision(database: Database, bitext: Bitext): void {
  const { id, revision, author } = bitext;
  const [sourceId, targetId, source, target, beads] = contentOf(bitext);
  const sql = "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  const layouts = [source, target].map((data) => putLayout(database, data));
  const report = bitext.report === undefined ? null : JSON.stringify(bitext.report);
  const [sourceLayout = "", targetLayout = ""] = layouts;
  const values = [id, revision, sourceId, targetId, sourceLayout, targetLayout, beads, report];
  database.run(sql, ...values, storable(author, "author"), Date.now());
}

function putLayout(database: Database, data: string): string {
  const id = hashText(data);
  database.run("INSERT OR IGNORE INTO layout VALUES (?, ?)", id, data);
  return id;
}

function contentOf({ source, target, beads }: Bitext): Content {
  return [source.article.id, target.article.id, writeLayout(source), writeLayout(target), writeBeads(beads)];
}

function isSame(one: Bitext, other: Bitext): boolean {
  const isReportSame = other.report === undefined || JSON.stringify(one.report) === JSON.stringify(other.report);
  const content = contentOf(other);
  return isReportSame && contentOf(one).every((part, index) => part === content[index]);
}

function bitextOf(database: Database, row: SqlRow): Bitext {
  return createBitext({
    id: textOf(row, "bitext_id") as BitextId,
    source: sideOf(database, row, "source"),
    target: sideOf(database, row, "target"),
    beads: readBeads(textOf(row, "beads")),
    revision: numberOf(row, "revision"),
    author: textOf(row, "author"),
    ...(row.report === null ? {} : { report: jsonOf<NonNullable<Bitext["report"]>>(row, "report") }),
  });
}

function sideOf(database: Database, row: SqlRow, side: "source" | "target"): Side {
  const article = getArticle(database, textOf(row, `${side}_id`) as ArticleId);
  const layout = database.get("SELECT data FROM layout WHERE id = ?", textOf(row, side));
  if (article === undefined || layout === undefined) throw missingPart(textOf(row, "bitext_id"));
  const { blocks, ...rest } = readLayout(textOf(layout, "data"));
  return { article: withBlocks(article, blocks), ...rest };
}

/** The id is of language and text, not of blocks, so that a long text need not be hashed again. */
function withBlocks(article: Article, blocks: Article["blocks"]): Article {
  return { ...article, blocks };
}

function missingPart(id: string): SteleError {
  return new SteleError({
    code: "library-damaged",
    message: `The library has lost a part of the bitext ${id}.`,
    hint: "Restore a backup with `stele library restore`.",
    details: { id },
  });
}
