import type { LanguageTag } from "@stele/model";
import { numberOf, optionalText, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow } from "../sqlite/driver.ts";
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

interface SideRow {
  readonly side: SideDraft;
  readonly id: number;
  readonly unit: number;
  /** The language of the unit's other side. */
  readonly other: LanguageTag | undefined;
}

/** Units whose sides are held back until they can be written in order. */
const BATCH = 1000;

/** Writes units as they come, and indexes their sides some at a time. Needs a transaction around it. */
export function unitWriter(database: Database): { add(draft: UnitDraft): void; end(): void } {
  let rows: SideRow[] = [];
  const end = (): void => {
    // FTS5 writes a segment whenever an identifier is below the one before it
    for (const row of rows.sort((one, other) => one.id - other.id)) insertSide(database, row);
    rows = [];
  };
  return {
    add(draft) {
      const unit = insertUnit(database, draft);
      for (const side of draft.sides) {
        const other = draft.sides.find((one) => one !== side)?.language;
        rows.push({ id: idOf(side, unit), unit, other, side });
      }
      if (rows.length >= 2 * BATCH) end();
    },
    end,
  };
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
  const { id, unit, side, other } = row;
  const { isTarget, language, text, before, after } = side;
  const sql = "INSERT INTO side VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  database.run(sql, id, unit, isTarget ? 1 : 0, language, storable(text, "unit"), textHash(text), before, after);
  indexSide(database, { id, text, language, other });
}

/** What the index needs of a side. */
interface IndexedSide extends Pick<SideDraft, "text" | "language"> {
  readonly id: number;
  readonly other: LanguageTag | undefined;
}

/** Puts one side into the full-text index; identifiers should ascend inside a transaction. */
function indexSide(database: Database, { id, text, language, other }: IndexedSide): void {
  const words = indexTokens(text).map((token) => token.text);
  const marks = [languageMark(language), ...(other === undefined ? [] : [otherLanguageMark(other)])];
  database.run("INSERT INTO gram (rowid, tokens) VALUES (?, ?)", id, [...words, ...marks].join(" "));
}

/** The word of the index that stands in every text of a language; no text has `#` in a word. */
export function languageMark(language: LanguageTag): string {
  return `#${language.replace("-", "").toLowerCase()}`;
}

/** The same for every text whose other side is in a language. */
export function otherLanguageMark(language: LanguageTag): string {
  return `#${languageMark(language)}`;
}

/** Takes units out of tables and index. Needs a transaction around it. */
export function deleteUnits(database: Database, ids: readonly number[]): void {
  const list = JSON.stringify(ids);
  const sides = "SELECT id FROM side WHERE unit IN (SELECT value FROM json_each(?))";
  database.run(`DELETE FROM gram WHERE rowid IN (${sides})`, list);
  database.run("DELETE FROM side WHERE unit IN (SELECT value FROM json_each(?))", list);
  database.run("DELETE FROM unit WHERE id IN (SELECT value FROM json_each(?))", list);
}

const SIDES = `SELECT s.id, s.text, s.language, o.language AS other
  FROM side s LEFT JOIN side o ON o.unit = s.unit AND o.id <> s.id WHERE s.id > ? ORDER BY s.id LIMIT 10000`;

function sideOf(row: SqlRow): IndexedSide {
  const language = textOf(row, "language") as LanguageTag;
  const other = optionalText(row, "other") as LanguageTag | undefined;
  return { id: numberOf(row, "id"), text: textOf(row, "text"), language, other };
}

/** Makes the index anew from the sides, after a restore. Needs a transaction around it. */
export function rebuildIndex(database: Database): void {
  database.exec("INSERT INTO gram (gram) VALUES ('delete-all')");
  let last = -1;
  for (;;) {
    const rows = database.all(SIDES, last);
    for (const row of rows) indexSide(database, sideOf(row));
    const end = rows.at(-1);
    if (end === undefined) return;
    last = Number(end.id);
  }
}
