import { textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";

/** Items kept on the disk for as long as the library is open: for what is too long to be held. */
export interface Spool<T> extends Iterable<T> {
  /** Adds plain data at the end. */
  add(item: T): void;
  /** Throws everything away; the spool is of no use any more. */
  close(): void;
}

const TABLES = "SELECT count(*) AS n FROM sqlite_temp_schema WHERE name GLOB 'spool_*'";

/** A spool in a temporary file of SQLite's, which is gone with the process however it ends. */
export function openSpool<T>(database: Database): Spool<T> {
  const table = `temp.spool_${Number(database.get(TABLES)?.n)}`;
  database.exec(`CREATE TABLE ${table} (item INTEGER PRIMARY KEY, data TEXT NOT NULL)`);
  return {
    add: (item) => void database.run(`INSERT INTO ${table} (data) VALUES (?)`, JSON.stringify(item)),
    *[Symbol.iterator]() {
      // By number, so that nothing stays open between two items.
      for (let item = 1; ; item += 1) {
        const row = database.get(`SELECT data FROM ${table} WHERE item = ?`, item);
        if (row === undefined) return;
        yield JSON.parse(textOf(row, "data")) as T;
      }
    },
    // The table stays, so that no later one has its name.
    close: () => database.exec(`DELETE FROM ${table}`),
  };
}
