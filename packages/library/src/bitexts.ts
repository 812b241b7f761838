import { type ArticleId, type Bitext, type BitextId, createBitext, type Side, SteleError } from "@stele/model";
import { putArticle } from "./articles.ts";
import { getKept, getSide } from "./kept-sides.ts";
import { writeBeads, writeLayout } from "./layout.ts";
import { numberOf, optionalText, textOf } from "./row-values.ts";
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
  const sql = `SELECT revision, author, saved_at, bead_count, source_id, target_id FROM revision
    WHERE bitext_id = ? ORDER BY revision`;
  return database.all(sql, id).map((row) => ({
    revision: numberOf(row, "revision"),
    author: textOf(row, "author"),
    savedAt: new Date(numberOf(row, "saved_at")),
    beads: numberOf(row, "bead_count"),
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
  const { id, revision, author, source, target, beads } = bitext;
  const sql = "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  const layouts = [source, target].map((side) => putLayout(database, side));
  const report = bitext.report === undefined ? null : JSON.stringify(bitext.report);
  const [sourceLayout = "", targetLayout = ""] = layouts;
  const values = [id, revision, source.article.id, target.article.id, sourceLayout, targetLayout];
  database.run(sql, ...values, writeBeads(beads), report, storable(author, "author"), Date.now(), beads.length);
}

function putLayout(database: Database, side: Side): string {
  const { id, data } = writeLayout(side);
  const isThere = database.get("SELECT 1 FROM layout WHERE id = ?", id) !== undefined;
  if (!isThere) database.run("INSERT INTO layout VALUES (?, ?, ?)", id, data, side.sentences.length);
  return id;
}

function isSame(one: Bitext, other: Bitext): boolean {
  const isReportSame = other.report === undefined || JSON.stringify(one.report) === JSON.stringify(other.report);
  const isSideSame = (side: Side, twin: Side): boolean =>
    side.article.id === twin.article.id && writeLayout(side).id === writeLayout(twin).id;
  const areSidesSame = isSideSame(one.source, other.source) && isSideSame(one.target, other.target);
  return isReportSame && areSidesSame && writeBeads(one.beads) === writeBeads(other.beads);
}

function bitextOf(database: Database, row: SqlRow): Bitext {
  return getKept(database, {
    id: textOf(row, "bitext_id") as BitextId,
    source: sideOf(database, row, "source"),
    target: sideOf(database, row, "target"),
    beads: textOf(row, "beads"),
    revision: numberOf(row, "revision"),
    author: textOf(row, "author"),
    report: optionalText(row, "report"),
  });
}

function sideOf(database: Database, row: SqlRow, side: "source" | "target"): Side {
  return getSide(database, {
    id: textOf(row, `${side}_id`) as ArticleId,
    layoutId: textOf(row, side),
    missing: () => missingPart(textOf(row, "bitext_id")),
  });
}

function missingPart(id: string): SteleError {
  return new SteleError({
    code: "library-damaged",
    message: `The library has lost a part of the bitext ${id}.`,
    hint: "Restore a backup with `stele library restore`.",
    details: { id },
  });
}
