import { type BitextId, type LanguageTag, type Provenance, type Standing, SteleError } from "@stele/model";
import { jsonOf, numberOf, optionalNumber, optionalText, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow } from "../sqlite/driver.ts";
import { notInLibrary } from "../texts.ts";
import { addUnits, addUnitsAsync } from "./add-units.ts";
import { findMatches } from "./find-matches.ts";
import { type KeptUnit, LIBRARY_MEMORY, type Memory, type MemoryStats } from "./memory-types.ts";
import { STANDINGS, standingOf } from "./standing.ts";
import { deleteUnits } from "./unit-store.ts";

/** Units read or deleted at once. */
const PAGE = 2000;

/** The translation memory of a library. */
export function openMemory(database: Database): Memory {
  return {
    find: (query) => findMatches(database, query),
    add: (units, memory) => addUnits(database, units, memory),
    addAll: (units, memory) => addUnitsAsync(database, units, memory),
    units: (memory) => keptUnits(database, memory),
    stats: () => statsOf(database),
    removeUnit: (id) => removeUnit(database, id),
    remove: (memory) => removeMemory(database, memory),
  };
}

const UNITS = `SELECT u.*, m.name, s.language AS source_language, s.text AS source, t.language AS target_language,
    t.text AS target
  FROM unit u JOIN memory m ON m.id = u.memory JOIN side s ON s.unit = u.id AND s.is_target = 0
    JOIN side t ON t.unit = u.id AND t.is_target = 1
  WHERE u.id > ?1 AND (?2 IS NULL OR m.name = ?2) ORDER BY u.id LIMIT ${PAGE}`;

function* keptUnits(database: Database, memory: string | undefined): Iterable<KeptUnit> {
  let last = 0;
  for (;;) {
    const rows = database.all(UNITS, last, memory ?? null);
    yield* rows.map(unitOf);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = numberOf(end, "id");
  }
}

function unitOf(row: SqlRow): KeptUnit {
  const bitextId = optionalText(row, "bitext_id");
  const bead = optionalNumber(row, "bead");
  return {
    id: numberOf(row, "id"),
    memory: textOf(row, "name"),
    source: { language: textOf(row, "source_language") as LanguageTag, text: textOf(row, "source") },
    target: { language: textOf(row, "target_language") as LanguageTag, text: textOf(row, "target") },
    standing: standingOf(numberOf(row, "standing")),
    score: optionalNumber(row, "score"),
    lowScore: numberOf(row, "low_score") === 1,
    savedAt: new Date(numberOf(row, "saved_at")),
    ...(bitextId === undefined ? {} : { bitextId: bitextId as BitextId }),
    ...(bead === null ? {} : { bead }),
    ...(row.provenance === null ? {} : { provenance: jsonOf<Provenance>(row, "provenance") }),
  };
}

function statsOf(database: Database): readonly MemoryStats[] {
  const sums = STANDINGS.map((standing, rank) => `sum(u.standing = ${rank}) AS ${standing}`).join(", ");
  const sql = `SELECT m.name, s.language AS source, t.language AS target, count(*) AS units, ${sums}
    FROM unit u JOIN memory m ON m.id = u.memory JOIN side s ON s.unit = u.id AND s.is_target = 0
      JOIN side t ON t.unit = u.id AND t.is_target = 1
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return database.all(sql).map((row) => ({
    memory: textOf(row, "name"),
    source: textOf(row, "source") as LanguageTag,
    target: textOf(row, "target") as LanguageTag,
    units: numberOf(row, "units"),
    byStanding: Object.fromEntries(STANDINGS.map((standing) => [standing, numberOf(row, standing)])) as Record<
      Standing,
      number
    >,
  }));
}

function removeUnit(database: Database, id: number): void {
  database.transaction(() => {
    const row = database.get("SELECT bitext_id FROM unit WHERE id = ?", id);
    if (row === undefined) throw notInLibrary("unit", String(id));
    if (row.bitext_id !== null) throw ownUnits("This unit belongs to a text of the library.", "Correct that text.");
    deleteUnits(database, [id]);
  });
}

function removeMemory(database: Database, name: string): number {
  if (name === LIBRARY_MEMORY)
    throw ownUnits("The library's own memory is made of its texts.", "Remove texts instead.");
  return database.transaction(() => {
    const row = database.get("SELECT id FROM memory WHERE name = ?", name);
    if (row === undefined) throw notInLibrary("memory", name);
    const memory = numberOf(row, "id");
    const ids = database.all("SELECT id FROM unit WHERE memory = ?", memory).map((unit) => numberOf(unit, "id"));
    for (let from = 0; from < ids.length; from += PAGE) deleteUnits(database, ids.slice(from, from + PAGE));
    database.run("DELETE FROM memory WHERE id = ?", memory);
    return ids.length;
  });
}

function ownUnits(message: string, hint: string): SteleError {
  return new SteleError({ code: "usage", message, hint, details: { reason: "memory-own" } });
}
