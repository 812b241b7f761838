import type { ArticleId, BitextId, LanguageTag, Span, Standing } from "@stele/model";
import { numberOf, optionalNumber, optionalText, textOf } from "../row-values.ts";
import type { Database } from "../sqlite/database.ts";
import type { SqlRow } from "../sqlite/driver.ts";
import { IS_THERE } from "./find-matches.ts";
import { fold, foldWithOrigin } from "./fold.ts";
import type { MemoryText } from "./memory-types.ts";
import { standingOf } from "./standing.ts";
import { type IndexToken, indexTokens } from "./text-units.ts";
import { languageMark, otherLanguageMark } from "./unit-store.ts";

/** What to look for in the library. */
export interface ConcordanceQuery {
  /** A word, its beginning, a phrase; in Chinese and Korean any piece. Case and width do not matter. */
  readonly query: string;
  /** The language of the text searched; default: any. */
  readonly language?: LanguageTag;
  /** The language of the other side; default: any, and beads without another side too. */
  readonly other?: LanguageTag;
  /** Only in this text of the library. */
  readonly textId?: ArticleId;
  /** Leaves out beads with a lower score; beads without a score stay. */
  readonly minScore?: number;
  /** Names of the memories to look in; default: all. */
  readonly memories?: readonly string[];
  /** Default 100. */
  readonly limit?: number;
  /** How many hits to pass over, for the next page; default 0. */
  readonly offset?: number;
}

/** A place where it was found. */
export interface ConcordanceHit {
  readonly unit: number;
  readonly language: LanguageTag;
  readonly text: string;
  /** Where the query stands in the text. */
  readonly spans: readonly Span[];
  /** The bead's other side; absent where it has none. */
  readonly other?: MemoryText;
  readonly isTarget: boolean;
  readonly score: number | null;
  readonly lowScore: boolean;
  readonly standing: Standing;
  readonly memory: string;
  /** For hits in texts of the library. */
  readonly place?: {
    readonly textId: ArticleId;
    readonly title: string;
    readonly bitextId: BitextId;
    readonly bead: number;
  };
}

/** Rows read at once. */
const PAGE = 200;

/** Shortest texts first; texts that were removed are not found. */
export function searchConcordance(database: Database, query: ConcordanceQuery): readonly ConcordanceHit[] {
  const { limit = 100, offset = 0 } = query;
  const hits: ConcordanceHit[] = [];
  for (const hit of allHits(database, query)) {
    if (hits.push(hit) >= offset + limit) break;
  }
  return hits.slice(offset);
}

function* allHits(database: Database, query: ConcordanceQuery): Iterable<ConcordanceHit> {
  const match = matchExpression(indexTokens(query.query), query);
  const pattern = searchPattern(query.query);
  if (match === undefined || pattern === undefined) return;
  let last = -1;
  for (;;) {
    const rows = database.all(HITS, match, BigInt(last), ...filterValues(query));
    for (const row of rows) {
      const spans = spansOf(textOf(row, "text"), pattern);
      if (spans.length > 0) yield hitOf(row, spans);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE) return;
    last = numberOf(end, "id");
  }
}

const HITS = `SELECT s.id, s.unit, s.language, s.text, s.is_target, o.language AS other_language, o.text AS other,
    u.score, u.low_score, u.standing, u.bitext_id, u.bead, m.name AS memory, b.text_id, x.title
  FROM gram JOIN side s ON s.id = gram.rowid JOIN unit u ON u.id = s.unit JOIN memory m ON m.id = u.memory
    LEFT JOIN side o ON o.unit = u.id AND o.id <> s.id
    LEFT JOIN bitext b ON b.id = u.bitext_id LEFT JOIN text x ON x.id = b.text_id
  WHERE gram MATCH ?1 AND gram.rowid > ?2 AND (?3 IS NULL OR s.language = ?3) AND (?4 IS NULL OR o.language = ?4)
    AND (?5 IS NULL OR b.text_id = ?5) AND (?6 IS NULL OR u.score IS NULL OR u.score >= ?6)
    AND (?7 IS NULL OR m.name IN (SELECT value FROM json_each(?7))) AND ${IS_THERE}
  ORDER BY gram.rowid LIMIT ${PAGE}`;

function filterValues(query: ConcordanceQuery): readonly (string | number | null)[] {
  const { language, other, textId, minScore, memories } = query;
  const names = memories === undefined ? null : JSON.stringify(memories);
  return [language ?? null, other ?? null, textId ?? null, minScore ?? null, names];
}

/**
 * One phrase whose last word may go on. Pairs of characters hold the single last one of a run too, but for the last
 * run: there the text may go on. Languages are words of the index, so it filters by them itself.
 */
function matchExpression(tokens: readonly IndexToken[], filter: ConcordanceQuery): string | undefined {
  const last = tokens.at(-1);
  if (last === undefined) return undefined;
  const before = tokens.at(-2);
  const isInsideRun = last.isRunEnd && before !== undefined && !before.isRunEnd && before.text.endsWith(last.text);
  const words = isInsideRun ? tokens.slice(0, -1) : tokens;
  const { language, other } = filter;
  const marks = [
    ...(language === undefined ? [] : [languageMark(language)]),
    ...(other === undefined ? [] : [otherLanguageMark(other)]),
  ];
  return [`"${words.map(({ text }) => text).join(" ")}" *`, ...marks.map((mark) => `"${mark}"`)].join(" AND ");
}

/** The query itself, any blanks for its blanks. */
function searchPattern(query: string): RegExp | undefined {
  const words = fold(query)
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== "");
  const source = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s+");
  return source === "" ? undefined : new RegExp(source, "gu");
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  const folded = foldWithOrigin(text);
  return [...folded.text.matchAll(pattern)].map(({ 0: found, index }) => ({
    start: folded.origin[index] ?? 0,
    end: endOf(folded.origin, index + found.length),
  }));
}

/** The end of the last original character that took part. */
function endOf(origin: readonly number[], end: number): number {
  const lastStart = origin[end - 1] ?? 0;
  const next = origin.slice(end).find((start) => start > lastStart);
  return next ?? origin.at(-1) ?? 0;
}

function hitOf(row: SqlRow, spans: readonly Span[]): ConcordanceHit {
  const other = optionalText(row, "other");
  const textId = optionalText(row, "text_id");
  return {
    unit: numberOf(row, "unit"),
    language: textOf(row, "language") as LanguageTag,
    text: textOf(row, "text"),
    spans,
    ...(other === undefined ? {} : { other: { language: textOf(row, "other_language") as LanguageTag, text: other } }),
    isTarget: numberOf(row, "is_target") === 1,
    score: optionalNumber(row, "score"),
    lowScore: numberOf(row, "low_score") === 1,
    standing: standingOf(numberOf(row, "standing")),
    memory: textOf(row, "memory"),
    ...(textId === undefined ? {} : { place: placeOf(row, textId) }),
  };
}

function placeOf(row: SqlRow, textId: string): NonNullable<ConcordanceHit["place"]> {
  return {
    textId: textId as ArticleId,
    title: textOf(row, "title"),
    bitextId: textOf(row, "bitext_id") as BitextId,
    bead: numberOf(row, "bead"),
  };
}
