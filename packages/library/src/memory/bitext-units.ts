import { type Bitext, type Range, type Side, sentenceLine } from "@stele/model";
import { numberOf, optionalNumber, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow } from "../sqlite/driver.ts";
import { memoryId } from "./memory-id.ts";
import { LIBRARY_MEMORY } from "./memory-types.ts";
import { beadRank } from "./standing.ts";
import { textHash } from "./text-hash.ts";
import { deleteUnits, insertUnits, type SideDraft, type UnitDraft } from "./unit-store.ts";

/**
 * Makes the memory hold exactly the beads of this revision; beads that stayed as they were keep their units. Needs a
 * transaction around it.
 */
export function replaceBitextUnits(database: Database, bitext: Bitext): void {
  const known = knownUnits(database, bitext.id);
  const fresh: UnitDraft[] = [];
  for (const draft of draftsOf(bitext, memoryId(database, LIBRARY_MEMORY))) {
    const old = known.get(contentKey(draft))?.pop();
    if (old === undefined) fresh.push(draft);
    else if (old.bead !== draft.bead) database.run("UPDATE unit SET bead = ? WHERE id = ?", draft.bead ?? null, old.id);
  }
  const gone = [...known.values()].flat().map(({ id }) => id);
  if (gone.length > 0) deleteUnits(database, gone);
  insertUnits(database, fresh);
}

interface KnownUnit {
  readonly id: number;
  readonly bead: number;
}

function knownUnits(database: Database, bitextId: string): Map<string, KnownUnit[]> {
  const sql = `SELECT u.id, u.bead, u.standing, u.score, u.low_score, s.text AS source, t.text AS target,
      s.before AS source_before, s.after AS source_after, t.before AS target_before, t.after AS target_after
    FROM unit u LEFT JOIN side s ON s.unit = u.id AND s.is_target = 0 LEFT JOIN side t ON t.unit = u.id AND t.is_target = 1
    WHERE u.bitext_id = ? ORDER BY u.bead DESC`;
  const known = new Map<string, KnownUnit[]>();
  for (const row of database.all(sql, bitextId)) {
    const key = JSON.stringify([sideKey(row, "source"), sideKey(row, "target"), ...trustKey(row)]);
    known.set(key, [...(known.get(key) ?? []), { id: numberOf(row, "id"), bead: numberOf(row, "bead") }]);
  }
  return known;
}

function sideKey(row: SqlRow, side: "source" | "target"): unknown {
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

function draftsOf({ id, source, target, beads }: Bitext, memory: number): readonly UnitDraft[] {
  const savedAt = Date.now();
  const hashes = { source: sentenceHashes(source), target: sentenceHashes(target) };
  return beads.map((bead, index) => ({
    memory,
    sides: [
      ...sideDraft(source, { run: bead.source, isTarget: false, hashes: hashes.source }),
      ...sideDraft(target, { run: bead.target, isTarget: true, hashes: hashes.target }),
    ],
    rank: beadRank({ side: source, run: bead.source }, { side: target, run: bead.target }),
    score: bead.score,
    isLow: bead.lowScore,
    bitextId: id,
    bead: index,
    savedAt,
  }));
}

interface RunOfSide {
  readonly run: Range;
  readonly isTarget: boolean;
  readonly hashes: readonly number[];
}

function sideDraft({ article, sentences }: Side, { run, isTarget, hashes }: RunOfSide): readonly SideDraft[] {
  const glue = article.language.startsWith("zh") ? "" : " ";
  const lines = sentences.slice(...run).map((sentence) => sentenceLine(article, sentence));
  const text = lines.join(glue);
  if (text.trim() === "") return [];
  return [{ isTarget, language: article.language, text, before: hashes[run[0] - 1] ?? 0, after: hashes[run[1]] ?? 0 }];
}

function sentenceHashes({ article, sentences }: Side): readonly number[] {
  return sentences.map((sentence) => textHash(sentenceLine(article, sentence)));
}
