import type { ArticleId, BitextId, ConcordanceQuery, Counterpart, FoundAt, LanguageTag } from "@stele/model";
import { numberOf, optionalNumber, optionalText, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow, SqlValue } from "../sqlite/driver.ts";
import { IS_THERE } from "./find-matches.ts";
import { standingOf } from "./standing.ts";
import { textHash } from "./text-hash.ts";

/** A side that the index found, with the other side of its unit. */
export interface FoundSide {
  readonly id: number;
  readonly language: LanguageTag;
  readonly text: string;
  readonly isTarget: boolean;
  /** Absent where the bead has none. */
  readonly counterpart?: Omit<Counterpart, "spans">;
  readonly memory: string;
  /** For texts of the library. */
  readonly place?: FoundAt;
}

/** Rows read at once. */
const PAGE = 200;

const COLUMNS = `SELECT s.id, s.unit, s.language, s.text, s.is_target, o.language AS other_language, o.text AS other,
    u.score, u.low_score, u.standing, u.bitext_id, u.bead, m.name AS memory, b.text_id, x.title`;
const JOINS = `JOIN unit u ON u.id = s.unit JOIN memory m ON m.id = u.memory
    LEFT JOIN side o ON o.unit = u.id AND o.id <> s.id
    LEFT JOIN bitext b ON b.id = u.bitext_id LEFT JOIN text x ON x.id = b.text_id`;
const FILTERS = `(?1 IS NULL OR s.language = ?1) AND (?2 IS NULL OR o.language = ?2)
    AND (?3 IS NULL OR b.text_id = ?3) AND (?4 IS NULL OR u.score IS NULL OR u.score >= ?4)
    AND (?5 IS NULL OR m.name IN (SELECT value FROM json_each(?5))) AND ${IS_THERE}`;
const MATCHING = `${COLUMNS} FROM gram JOIN side s ON s.id = gram.rowid ${JOINS}
  WHERE gram MATCH ?6 AND gram.rowid > ?7 AND ${FILTERS} ORDER BY gram.rowid LIMIT ${PAGE}`;
const AS_TARGET = `${COLUMNS} FROM side s ${JOINS} WHERE s.hash = ?6 AND s.text = ?7 AND s.is_target = 1 AND ${FILTERS}`;

/** The sides that the index finds and the filters let through, the shortest first. */
export function* sidesMatching(database: Database, match: string, filters: ConcordanceQuery): Iterable<FoundSide> {
  let last = -1;
  for (;;) {
    const rows = database.all(MATCHING, ...filterValues(filters), match, BigInt(last));
    yield* rows.map(sideOf);
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = numberOf(end, "id");
  }
}

/** The same text wherever it is somebody's translation. */
export function sidesAsTarget(database: Database, text: string, filters: ConcordanceQuery): readonly FoundSide[] {
  return database.all(AS_TARGET, ...filterValues(filters), textHash(text), text).map(sideOf);
}

function filterValues({ language, other, textId, minScore, memories }: ConcordanceQuery): readonly SqlValue[] {
  const names = memories === undefined ? null : JSON.stringify(memories);
  return [language ?? null, other ?? null, textId ?? null, minScore ?? null, names];
}

function sideOf(row: SqlRow): FoundSide {
  const textId = optionalText(row, "text_id");
  return {
    id: numberOf(row, "id"),
    language: textOf(row, "language") as LanguageTag,
    text: textOf(row, "text"),
    isTarget: numberOf(row, "is_target") === 1,
    ...(row.other === null ? {} : { counterpart: counterpartOf(row) }),
    memory: textOf(row, "memory"),
    ...(textId === undefined ? {} : { place: placeOf(row, textId) }),
  };
}

function counterpartOf(row: SqlRow): Omit<Counterpart, "spans"> {
  return {
    unit: numberOf(row, "unit"),
    language: textOf(row, "other_language") as LanguageTag,
    text: textOf(row, "other"),
    score: optionalNumber(row, "score"),
    lowScore: numberOf(row, "low_score") === 1,
    standing: standingOf(numberOf(row, "standing")),
  };
}

function placeOf(row: SqlRow, textId: string): FoundAt {
  return {
    textId: textId as ArticleId,
    title: textOf(row, "title"),
    bitextId: textOf(row, "bitext_id") as BitextId,
    bead: numberOf(row, "bead"),
  };
}
