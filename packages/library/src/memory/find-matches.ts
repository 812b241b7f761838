import type { LanguageTag } from "@stele/model";
import { numberOf, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow } from "../sqlite/driver.ts";
import { candidateSides } from "./candidates.ts";
import type { KeptMatch, MemorySearch } from "./memory-types.ts";
import { compared, similarity } from "./similarity.ts";
import { standingOf, standingRank } from "./standing.ts";
import { textHash } from "./text-hash.ts";

/** A match with what decides between equals. */
interface RankedMatch extends KeptMatch {
  readonly savedAt: number;
}

/** Units of a text that was removed are not found. */
export const IS_THERE = `(u.bitext_id IS NULL OR EXISTS (SELECT 1 FROM bitext b JOIN text t ON t.id = b.text_id
  WHERE b.id = u.bitext_id AND t.removed_at IS NULL))`;

const FROM_SIDES = `SELECT s.text AS source, o.text AS target, s.language, o.language AS other, s.before, s.after, u.id AS unit, u.standing, u.low_score,
    u.saved_at, m.name AS memory
  FROM side s JOIN unit u ON u.id = s.unit JOIN side o ON o.unit = u.id AND o.id <> s.id
    JOIN memory m ON m.id = u.memory
  WHERE (?1 IS NULL OR s.language = ?1) AND (?2 IS NULL OR o.language = ?2) AND (?3 IS NULL OR m.name IN (SELECT value FROM json_each(?3)))
    AND ${IS_THERE}`;
const BY_HASH = `${FROM_SIDES} AND s.hash = ?4 LIMIT 200`;
const BY_ID = `${FROM_SIDES} AND s.id IN (SELECT value FROM json_each(?4))`;

/** The units whose source is most like a text; a unit is found from either side. */
export function findMatches(database: Database, query: MemorySearch): readonly KeptMatch[] {
  const scope = [
    query.source ?? null,
    query.target ?? null,
    query.memories === undefined ? null : JSON.stringify(query.memories),
  ];
  const same = database.all(BY_HASH, ...scope, textHash(query.text));
  const isEnough = query.minScore >= 1 || same.length >= query.limit;
  const alike = isEnough ? [] : database.all(BY_ID, ...scope, JSON.stringify(alikeSides(database, query)));
  const matches = [...same, ...alike].map(matcher(query)).filter(({ score }) => score > 0 && score >= query.minScore);
  return distinct(matches.sort(better))
    .slice(0, query.limit)
    .map(({ savedAt: _, ...match }) => match);
}

/** The sides that are alike enough, found by comparing texts before anything else of them is read. */
function alikeSides(database: Database, { text, minScore }: MemorySearch): readonly number[] {
  const prepared = compared(text);
  const length = prepared.units.length;
  const least = Math.max(0.01, minScore);
  const ids = candidateSides(database, text, [Math.ceil(length * least), Math.floor(length / least)]);
  const rows = database.all(
    "SELECT id, text FROM side WHERE id IN (SELECT value FROM json_each(?))",
    JSON.stringify(ids),
  );
  const alike = rows.filter((row) => similarity(prepared, textOf(row, "text"), minScore) >= least);
  return alike.map((row) => numberOf(row, "id"));
}

function matcher(query: MemorySearch): (row: SqlRow) => RankedMatch {
  const prepared = compared(query.text);
  return (row) => {
    const source = textOf(row, "source");
    return {
      source,
      target: textOf(row, "target"),
      languages: [textOf(row, "language") as LanguageTag, textOf(row, "other") as LanguageTag],
      score: similarity(prepared, source, query.minScore),
      standing: standingOf(numberOf(row, "standing")),
      ...(numberOf(row, "low_score") === 1 ? { lowScore: true } : {}),
      isSameContext: isSameContext(query, row),
      memory: textOf(row, "memory"),
      unit: numberOf(row, "unit"),
      savedAt: numberOf(row, "saved_at"),
    };
  };
}

function isSameContext({ before, after }: MemorySearch, row: SqlRow): boolean {
  if (before === undefined && after === undefined) return false;
  const isBefore = before === undefined || textHash(before) === numberOf(row, "before");
  return isBefore && (after === undefined || textHash(after) === numberOf(row, "after"));
}

function better(one: RankedMatch, other: RankedMatch): number {
  const byScore = other.score - one.score;
  if (byScore !== 0) return byScore;
  const byTrust = trust(other) - trust(one);
  return byTrust === 0 ? other.savedAt - one.savedAt : byTrust;
}

/** Corrected above all; then the same context; then approved, human, machine. */
function trust({ standing, isSameContext: sameContext }: KeptMatch): number {
  if (standing === "corrected") return 20 + (sameContext ? 1 : 0);
  return standingRank(standing) + (sameContext ? 10 : 0);
}

/** The same pair of texts twice is one match: the better one. */
function distinct(matches: readonly RankedMatch[]): readonly RankedMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ source, target }) => {
    const key = `${source}\n${target}`;
    return !seen.has(key) && seen.add(key);
  });
}
