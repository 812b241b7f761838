import { inPieces } from "./in-pieces.ts";
import type { Database } from "./sqlite/database.ts";
import { storable } from "./storable.ts";

const TABLE = `CREATE TABLE IF NOT EXISTS temp.piece (value INTEGER, item INTEGER, text TEXT NOT NULL,
  PRIMARY KEY (value, item)) WITHOUT ROWID`;

/**
 * SQL for the value with a number, as `withValues` numbers them: put together by SQLite, so that no string ever is. The
 * pieces come in the order of the key; asking the aggregate for an order would make it hold them all once more.
 */
export function longValue(value: number): string {
  return `(SELECT group_concat(text, '') FROM (SELECT text FROM temp.piece WHERE value = ${value} ORDER BY item))`;
}

/**
 * Lets `write` use texts of any length as `longValue(0)`, `longValue(1)` and so on. Needs a transaction around it.
 *
 * @throws SteleError `text-not-storable`; `what` names the texts in it.
 */
export function withValues(
  database: Database,
  values: readonly Iterable<string>[],
  { what, write }: { readonly what: string; readonly write: () => unknown },
): void {
  database.exec(TABLE);
  for (const [value, texts] of values.entries()) {
    let item = 0;
    for (const piece of inPieces(texts)) {
      database.run("INSERT INTO temp.piece VALUES (?, ?, ?)", value, item, storable(piece, what));
      item += 1;
    }
  }
  write();
  database.exec("DELETE FROM temp.piece");
}
