import {
  type ArticleId,
  type Bitext,
  type BitextId,
  createBitext,
  type Side,
  type SideName,
  SteleError,
} from "@stele/model";
import { putArticle } from "./articles.ts";
import { putLayout } from "./kept-layouts.ts";
import { writeReport } from "./kept-report.ts";
import { getKept, getSide } from "./kept-sides.ts";
import { writeBeads } from "./layout.ts";
import { numberOf, optionalText, textOf } from "./row-values.ts";
import { isSameBitext, type WrittenBitext, writtenBitext } from "./same-bitext.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";
import { StaleRevision } from "./stale-revision.ts";
import { storable } from "./storable.ts";
import { readDelta, writeDelta } from "./text-delta.ts";

/** A revision as history shows it. */
export interface RevisionSummary {
  readonly revision: number;
  readonly author: string;
  readonly savedAt: Date;
  readonly beads: number;
  readonly sourceId: ArticleId;
  readonly targetId: ArticleId;
}

const COLUMNS = "bitext_id, r.revision, source_id, target_id, source, target, report, author";

/** What is there of a bitext; the latest revision where none is named. */
export function getBitext(database: Database, id: BitextId, revision?: number): Bitext | undefined {
  const row = getRevision(database, id, revision);
  return row === undefined ? undefined : bitextOf(database, row);
}

function getRevision(database: Database, id: BitextId, revision?: number): SqlRow | undefined {
  if (revision !== undefined)
    return database.get(`SELECT ${COLUMNS} FROM revision r WHERE bitext_id = ? AND revision = ?`, id, revision);
  return database.get(
    `SELECT ${COLUMNS} FROM revision r JOIN bitext b ON b.id = bitext_id AND b.revision = r.revision WHERE b.id = ?`,
    id,
  );
}

/** Whether the latest revision of a bitext says what this one says; compared as texts, without reading it whole. */
export function holdsBitext(database: Database, bitext: Bitext): boolean {
  return holdsWritten(database, bitext.id, writtenBitext(bitext));
}

/** The same of one as it would be written. */
export function holdsWritten(database: Database, id: BitextId, bitext: WrittenBitext): boolean {
  const row = getRevision(database, id);
  if (row === undefined) return false;
  return isSameBitext(database, bitext, { row, beads: () => beadsText(database, id, numberOf(row, "revision")) });
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
  if (latest !== undefined && holdsBitext(database, bitext)) return latest;
  if (latest !== undefined && latest.revision !== seen) throw new StaleRevision(bitext, latest);
  const saved = createBitext({ ...bitext, revision: (latest?.revision ?? 0) + 1 });
  for (const { article } of [saved.source, saved.target]) putArticle(database, article);
  const upsert = `INSERT INTO bitext VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision`;
  database.run(upsert, saved.id, textId, saved.revision);
  insertRevision(database, saved, latest);
  return saved;
}

function insertRevision(database: Database, bitext: Bitext, before: Bitext | undefined): void {
  const { id, revision, author, source, target } = bitext;
  const sql = "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  const layouts = [putLayout(database, source, before?.source), putLayout(database, target, before?.target)];
  const report = bitext.report === undefined ? null : writeReport(bitext.report);
  const values = [id, revision, source.article.id, target.article.id, ...layouts, keptBeads(database, bitext, before)];
  database.run(sql, ...values, report, storable(author, "author"), Date.now(), bitext.beads.length);
}

function keptBeads(database: Database, { beads }: Bitext, before: Bitext | undefined): string {
  const text = writeBeads(beads);
  if (before === undefined) return text;
  const row = database.get(BEADS, before.id, before.revision);
  return row === undefined ? text : writeDelta(text, { text: writeBeads(before.beads), kept: textOf(row, "beads") });
}

const BEADS = "SELECT beads FROM revision WHERE bitext_id = ? AND revision = ?";

/** The beads of a revision as text; differences are from the revision before. */
function beadsText(database: Database, id: BitextId, revision: number): string {
  const row = database.get(BEADS, id, revision);
  if (row === undefined) throw missingPart(id);
  return readDelta(textOf(row, "beads"), () => beadsText(database, id, revision - 1));
}

function bitextOf(database: Database, row: SqlRow): Bitext {
  const id = textOf(row, "bitext_id") as BitextId;
  return getKept(database, {
    id,
    source: sideOf(database, row, "source"),
    target: sideOf(database, row, "target"),
    beads: beadsText(database, id, numberOf(row, "revision")),
    revision: numberOf(row, "revision"),
    author: textOf(row, "author"),
    report: optionalText(row, "report"),
  });
}

function sideOf(database: Database, row: SqlRow, side: SideName): Side {
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
    hint: "Restore a backup with `npx stele library restore`.",
    details: { id },
  });
}
