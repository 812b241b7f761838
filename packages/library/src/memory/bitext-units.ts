import type { Bitext, Range, SideName } from "@stele/model";
import { numberOf, optionalNumber, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow } from "../sqlite/driver.ts";
import { beadDrafts, unitSide } from "./bead-drafts.ts";
import { memoryId } from "./memory-id.ts";
import { LIBRARY_MEMORY } from "./memory-types.ts";
import { unchangedBeads } from "./unchanged-beads.ts";
import { deleteUnits, type SideDraft, type UnitDraft, unitWriter } from "./unit-store.ts";

/**
 * Makes the memory hold exactly the beads of this revision. Where it holds those of the revision `before`, only beads
 * between the first and the last that changed are looked at; beads that stayed as they were keep their units. Needs a
 * transaction around it.
 */
export function replaceBitextUnits(database: Database, bitext: Bitext, before?: Bitext): void {
  const { head, tail } = before === undefined ? { head: 0, tail: 0 } : unchangedBeads(before, bitext);
  const range: Range = [head, (before?.beads.length ?? 0) - tail];
  const known = before === undefined ? new Map<string, KnownUnit[]>() : knownUnits(database, bitext.id, range);
  const by = bitext.beads.length - (before?.beads.length ?? 0);
  if (tail > 0 && by !== 0) database.run(SHIFT, by, bitext.id, range[1]);
  const writer = unitWriter(database);
  for (const draft of draftsOf(database, bitext, [head, bitext.beads.length - tail])) {
    const old = known.size === 0 ? undefined : known.get(contentKey(draft))?.pop();
    if (old === undefined) writer.add(draft);
    else if (old.bead !== draft.bead) database.run("UPDATE unit SET bead = ? WHERE id = ?", draft.bead ?? null, old.id);
  }
  const gone = [...known.values()].flat().map(({ id }) => id);
  if (gone.length > 0) deleteUnits(database, gone);
  writer.end();
}

const SHIFT = "UPDATE unit SET bead = bead + ? WHERE bitext_id = ? AND bead >= ?";

interface KnownUnit {
  readonly id: number;
  readonly bead: number;
}

function knownUnits(database: Database, bitextId: string, range: Range): Map<string, KnownUnit[]> {
  const sql = `SELECT u.id, u.bead, u.standing, u.score, u.low_score, s.text AS source, t.text AS target,
      s.before AS source_before, s.after AS source_after, t.before AS target_before, t.after AS target_after
    FROM unit u LEFT JOIN side s ON s.unit = u.id AND s.is_target = 0 LEFT JOIN side t ON t.unit = u.id AND t.is_target = 1
    WHERE u.bitext_id = ? AND u.bead >= ? AND u.bead < ? ORDER BY u.bead DESC`;
  const known = new Map<string, KnownUnit[]>();
  for (const row of database.all(sql, bitextId, ...range)) {
    const key = JSON.stringify([sideKey(row, "source"), sideKey(row, "target"), ...trustKey(row)]);
    known.set(key, [...(known.get(key) ?? []), { id: numberOf(row, "id"), bead: numberOf(row, "bead") }]);
  }
  return known;
}

function sideKey(row: SqlRow, side: SideName): unknown {
  if (row[side] === null) return null;
  return [textOf(row, side), numberOf(row, `${side}_before`), numberOf(row, `${side}_after`)];
}

function trustKey(row: SqlRow): readonly unknown[] {
  return [numberOf(row, "standing"), optionalNumber(row, "score"), numberOf(row, "low_score") === 1];
}

function contentKey({ sides, rank, score, isLow }: UnitDraft): string {
  const [source, target] = [false, true].map((isTarget) => sides.find((side) => side.isTarget === isTarget));
  const key = (side: SideDraft | undefined): unknown =>
    side === undefined ? null : [side.text, side.before, side.after];
  return JSON.stringify([key(source), key(target), rank, score, isLow]);
}

function draftsOf(database: Database, { id, source, target, beads }: Bitext, [from, to]: Range): Iterable<UnitDraft> {
  const sides = { source: unitSide(source), target: unitSide(target) };
  const placed = beads.slice(from, to).map((bead, at) => ({ bead, index: from + at, ...sides }));
  return beadDrafts(placed, { bitextId: id, memory: memoryId(database, LIBRARY_MEMORY) });
}
