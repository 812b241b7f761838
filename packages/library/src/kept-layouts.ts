import type { Side } from "@stele/model";
import { hashLayout, type LayoutParts, layoutPieces, writeLayout } from "./layout.ts";
import { longValue, withValues } from "./long-values.ts";
import { optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import { readDelta, writeDelta } from "./text-delta.ts";

const DATA = "SELECT data, base FROM layout WHERE id = ?";

/** Keeps the layout of a side, as its difference from that of the side before where there is one; gives its id. */
export function putLayout(database: Database, side: Side, before: Side | undefined): string {
  const { id, data } = writeLayout(side);
  if (database.get("SELECT 1 FROM layout WHERE id = ?", id) !== undefined) return id;
  const base = before === undefined ? undefined : writeLayout(before);
  const row = base === undefined ? undefined : database.get(DATA, base.id);
  const isBased = base !== undefined && row !== undefined;
  const kept = isBased ? writeDelta(data, { text: base.data, kept: textOf(row, "data") }) : data;
  const baseId = isBased && kept !== data ? base.id : null;
  database.run("INSERT INTO layout VALUES (?, ?, ?, ?)", id, kept, side.sentences.length, baseId);
  return id;
}

/** Keeps a layout that is gone through, not held; gives its id. */
export function putLongLayout(database: Database, parts: LayoutParts & { readonly count: number }): string {
  const id = hashLayout(layoutPieces(parts));
  if (database.get("SELECT 1 FROM layout WHERE id = ?", id) !== undefined) return id;
  withValues(database, [layoutPieces(parts)], {
    what: "layout",
    write: () => database.run(`INSERT INTO layout VALUES (?, ${longValue(0)}, ?, NULL)`, id, parts.count),
  });
  return id;
}

/** The text of a layout; undefined where it, or one that it is made from, is not kept or not what it was. */
export function getLayout(database: Database, id: string): string | undefined {
  const data = dataOf(database, id);
  return data !== undefined && hashLayout([data]) === id ? data : undefined;
}

function dataOf(database: Database, id: string): string | undefined {
  const row = database.get(DATA, id);
  if (row === undefined) return undefined;
  const baseId = optionalText(row, "base");
  if (baseId === undefined) return textOf(row, "data");
  const base = dataOf(database, baseId);
  return base === undefined ? undefined : readDelta(textOf(row, "data"), () => base);
}
