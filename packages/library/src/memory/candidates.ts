import type { Database } from "../sqlite/database.ts";
import { sideIdRange } from "./side-id.ts";
import { indexTokens } from "./text-units.ts";

/** A word found this often, among texts of a fitting length, says too little alone. */
const FREQUENT = 500;
/** How many entries of the index are read for one query. */
const BUDGET = 2500;
/** At most so many words of a query are looked up: a long text has enough rare ones in any stretch of it. */
const MAX_WORDS = 24;
/** With fewer rare words than this, pairs of frequent ones are looked up too. */
const MIN_RARE = 3;
/** So many texts are compared in full. */
const MAX_CANDIDATES = 64;

interface WeighedWord {
  readonly word: string;
  readonly count: number;
}

/**
 * Sides that share the rarest words with a text and have a fitting length, those that share most first. Figures do
 * not count. Whoever wants the best match compares them in full.
 */
export function candidateSides(database: Database, text: string, length: readonly [number, number]): readonly number[] {
  const range = sideIdRange(...length);
  const terms = searchTerms(weigh(database, wordsOf(text), range));
  if (terms.length === 0) return [];
  const part = `SELECT * FROM (SELECT rowid AS id FROM gram WHERE gram MATCH ? AND rowid BETWEEN ? AND ? LIMIT ${FREQUENT})`;
  const sql = `SELECT id FROM (${terms.map(() => part).join(" UNION ALL ")})
    GROUP BY id ORDER BY count(*) DESC LIMIT ${MAX_CANDIDATES}`;
  return database.all(sql, ...terms.flatMap((term) => [term, ...range])).map(({ id }) => Number(id));
}

function wordsOf(text: string): readonly string[] {
  const tokens = indexTokens(text).filter(({ isFigure, isRunEnd }) => !isFigure && !isRunEnd);
  const all = tokens.length > 0 ? tokens : indexTokens(text).filter(({ isFigure }) => !isFigure);
  const words = [...new Set(all.map((token) => `"${token.text}"`))];
  const step = Math.max(1, words.length / MAX_WORDS);
  return Array.from({ length: Math.min(words.length, MAX_WORDS) }, (_, at) => words[Math.floor(at * step)] ?? "");
}

function weigh(database: Database, words: readonly string[], range: readonly [bigint, bigint]): readonly WeighedWord[] {
  const sql = `SELECT count(*) AS n FROM
    (SELECT 1 FROM gram WHERE gram MATCH ? AND rowid BETWEEN ? AND ? LIMIT ${FREQUENT})`;
  return words
    .map((word) => ({ word, count: Number(database.get(sql, word, ...range)?.n) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.count - other.count);
}

/** The rarest words as long as the budget lasts; where they are few, pairs of the next ones. */
function searchTerms(words: readonly WeighedWord[]): readonly string[] {
  const rare: string[] = [];
  let sum = 0;
  for (const { word, count } of words) {
    sum += count;
    if (count >= FREQUENT || sum > BUDGET) break;
    rare.push(word);
  }
  if (rare.length >= MIN_RARE) return rare;
  const [one, two, three] = words.slice(rare.length).map(({ word }) => word);
  const pairs = [
    [one, two],
    [one, three],
    [two, three],
  ].filter((pair) => !pair.includes(undefined));
  const frequent =
    pairs.length > 0 ? pairs.map((pair) => pair.join(" AND ")) : [one ?? ""].filter((word) => word !== "");
  return [...rare, ...frequent];
}
