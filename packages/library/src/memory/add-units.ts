import { numberOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import { memoryId } from "./memory-id.ts";
import type { AddResult, MemoryText, MemoryUnit } from "./memory-types.ts";
import { standingRank } from "./standing.ts";
import { textHash } from "./text-hash.ts";
import { type SideDraft, type UnitDraft, unitWriter } from "./unit-store.ts";

/** Units a transaction. */
const BATCH = 10_000;
/** After so many new units the index is made one piece again: a search asks each of its pieces for each word. */
const MANY = 20_000;

/** Adds units to a memory, a batch a transaction. */
export function addUnits(database: Database, units: Iterable<MemoryUnit>, memory: string): AddResult {
  const adding = adder(database, memory);
  for (const unit of units) adding.take(unit);
  return adding.end();
}

/** The same for units that come over time. */
export async function addUnitsAsync(
  database: Database,
  units: AsyncIterable<MemoryUnit>,
  memory: string,
): Promise<AddResult> {
  const adding = adder(database, memory);
  for await (const unit of units) adding.take(unit);
  return adding.end();
}

function adder(database: Database, memory: string): { take(unit: MemoryUnit): void; end(): AddResult } {
  let batch: MemoryUnit[] = [];
  let added = 0;
  let taken = 0;
  const flush = (): void => {
    added += addBatch(database, batch, memory);
    taken += batch.length;
    batch = [];
  };
  return {
    take(unit) {
      if (isEmpty(unit.source) || isEmpty(unit.target)) return;
      batch.push(unit);
      if (batch.length === BATCH) flush();
    },
    end() {
      flush();
      if (added >= MANY) database.exec("INSERT INTO gram (gram) VALUES ('optimize')");
      return { added, known: taken - added };
    },
  };
}

function isEmpty({ text }: MemoryText): boolean {
  return text.trim() === "";
}

function addBatch(database: Database, units: readonly MemoryUnit[], name: string): number {
  return database.transaction(() => {
    const memory = memoryId(database, name);
    const fresh = new Map<string, MemoryUnit>();
    for (const unit of units) {
      if (raiseKnown(database, unit, memory)) continue;
      const key = JSON.stringify([unit.source, unit.target]);
      const twin = fresh.get(key);
      const isBetter = twin === undefined || standingRank(unit.standing) > standingRank(twin.standing);
      if (isBetter) fresh.set(key, unit);
    }
    const writer = unitWriter(database);
    for (const unit of fresh.values()) writer.add(draftOf(unit, memory));
    writer.end();
    return fresh.size;
  });
}

const KNOWN = `SELECT u.id, u.standing FROM side s JOIN unit u ON u.id = s.unit JOIN side o ON o.unit = u.id AND o.is_target = 1
  WHERE s.hash = ? AND s.is_target = 0 AND s.language = ? AND s.text = ? AND o.language = ? AND o.text = ?
    AND u.memory = ? AND u.bitext_id IS NULL`;

function raiseKnown(database: Database, { source, target, standing }: MemoryUnit, memory: number): boolean {
  const hash = textHash(source.text);
  const row = database.get(KNOWN, hash, source.language, source.text, target.language, target.text, memory);
  if (row === undefined) return false;
  const rank = standingRank(standing);
  if (rank > numberOf(row, "standing")) {
    database.run("UPDATE unit SET standing = ?, saved_at = ? WHERE id = ?", rank, Date.now(), numberOf(row, "id"));
  }
  return true;
}

function draftOf(unit: MemoryUnit, memory: number): UnitDraft {
  const { source, target, before, after } = unit;
  const neighbours = { before: hashOrZero(before), after: hashOrZero(after) };
  const sides: readonly SideDraft[] = [
    { isTarget: false, ...source, ...neighbours },
    { isTarget: true, ...target, before: 0, after: 0 },
  ];
  return {
    memory,
    sides,
    rank: standingRank(unit.standing),
    score: unit.score ?? null,
    isLow: unit.lowScore ?? false,
    provenance: unit.provenance === undefined ? undefined : JSON.stringify(unit.provenance),
    savedAt: (unit.savedAt ?? new Date()).getTime(),
  };
}

function hashOrZero(text: string | undefined): number {
  return text === undefined ? 0 : textHash(text);
}
