import type { LanguageTag } from "@stele/model";
import type { Database } from "../sqlite/database.ts";
import { storable } from "../storable.ts";
import { sideId } from "./side-id.ts";
import { textHash } from "./text-hash.ts";
import { comparedUnits, indexTokens } from "./text-units.ts";

/** A unit about to be written. */
export interface UnitDraft {
  readonly memory: number;
  /** One or two: a bead may have nothing on one side. */
  readonly sides: readonly SideDraft[];
  readonly rank: number;
  readonly score: number | null;
  readonly isLow: boolean;
  readonly provenance?: string | undefined;
  readonly bitextId?: string;
  readonly bead?: number;
  readonly savedAt: number;
}

/** One side of it; `before` and `after` are hashes of the neighbours, 0 for none. */
export interface SideDraft {
  readonly isTarget: boolean;
  readonly language: LanguageTag;
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

interface SideRow extends SideDraft {
  readonly id: number;
  readonly unit: number;
}

/** Writes units and indexes their sides. Needs a transaction around it. */
export function insertUnits(database: Database, drafts: readonly UnitDraft[]): void {
  const rows = drafts.flatMap((draft) => {
    const unit = insertUnit(database, draft);
    return draft.sides.map((side) => ({ ...side, unit, id: idOf(side, unit) }));
  });
  // FTS5 writes a segment whenever an identifier is below the one before it
  for (const row of rows.sort((one, other) => one.id - other.id)) insertSide(database, row);
}

function insertUnit(database: Database, draft: UnitDraft): number {
  const { memory, rank, score, isLow, provenance = null, bitextId = null, bead = null, savedAt } = draft;
  const sql = `INSERT INTO unit (memory, standing, score, low_score, provenance, bitext_id, bead, saved_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
  return database.run(sql, memory, rank, score, isLow ? 1 : 0, provenance, bitextId, bead, savedAt).id;
}

function idOf({ text, isTarget }: SideDraft, unit: number): number {
  return sideId(comparedUnits(text).length, { unit, isTarget });
}

function insertSide(database: Database, row: SideRow): void {
  const { id, unit, isTarget, language, text, before, after } = row;
  const sql = "INSERT INTO side VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  database.run(sql, id, unit, isTarget ? 1 : 0, language, storable(text, "unit"), textHash(text), before, after);
  indexSide(database, id, text);
}

/** Puts one side into the full-text index; identifiers should ascend inside a transaction. */
function indexSide(database: Database, id: number, text: string): void {
  const tokens = indexTokens(text).map((token) => token.text);
  database.run("INSERT INTO gram (rowid, tokens) VALUES (?, ?)", id, tokens.join(" "));
}

/** Takes units out of tables and index. Needs a transaction around it. */
export function deleteUnits(database: Database, ids: readonly number[]): void {
  const list = JSON.stringify(ids);
  const sides = "SELECT id FROM side WHERE unit IN (SELECT value FROM json_each(?))";
  database.run(`DELETE FROM gram WHERE rowid IN (${sides})`, list);
  database.run("DELETE FROM side WHERE unit IN (SELECT value FROM json_each(?))", list);
  database.run("DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?))", list);
}

/** Makes the index anew from the sides, after a restore. Needs a transaction around it. */
export function rebuildIndex(database: Database): void {
  database.exec("INSERT INTO gram (gram) VALUES ('delete-all')");
  let last = -1;
  for (;;) {
    const rows = database.all("SELECT id, text FROM side WHERE id > ? ORDER BY id LIMIT 10000", last);
    for (const row of rows) indexSide(database, Number(row.id), String(row.text));
    const end = rows.at(-1);
    if (end === undefined) return;
    last = Number(end.id);
  }
}
