import { numberOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import { storable } from "../storable.ts";

/** The number of a memory, which is made where it is not there. */
export function memoryId(database: Database, name: string): number {
  database.run("INSERT OR IGNORE INTO memory (name) VALUES (?)", storable(name, "name"));
  const row = database.get("SELECT id FROM memory WHERE name = ?", name);
  return row === undefined ? 0 : numberOf(row, "id");
}
