import { deleteUnits } from "./memory/unit-store.ts";
import { numberOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";

const REMOVED = "SELECT b.id FROM bitext b JOIN text t ON t.id = b.text_id WHERE t.removed_at IS NOT NULL";
const USED = "SELECT source_id FROM revision UNION SELECT target_id FROM revision UNION SELECT id FROM text";
/** Layouts of a revision, and those from which they are kept as differences. */
const LAYOUTS = `WITH RECURSIVE used (id) AS (SELECT source FROM revision UNION SELECT target FROM revision
  UNION SELECT layout FROM text WHERE layout IS NOT NULL UNION SELECT base FROM layout JOIN used USING (id) WHERE base IS NOT NULL) SELECT id FROM used`;

/** Deletes removed texts for good, with their bitexts, their units of the memory and what nothing else uses. */
export function purgeRemovedTexts(database: Database): number {
  return database.transaction(() => {
    const units = database.all(`SELECT id FROM unit WHERE bitext_id IN (${REMOVED})`);
    deleteUnits(
      database,
      units.map((row) => numberOf(row, "id")),
    );
    database.exec(`DELETE FROM revision WHERE bitext_id IN (${REMOVED})`);
    database.exec(`DELETE FROM bitext WHERE id IN (${REMOVED})`);
    const { changes } = database.run("DELETE FROM text WHERE removed_at IS NOT NULL");
    database.exec(`DELETE FROM layout WHERE id NOT IN (${LAYOUTS})`);
    database.exec(`DELETE FROM article WHERE id NOT IN (${USED})`);
    return changes;
  });
}
