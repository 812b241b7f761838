import type { SearchMode } from "@stele/model";
import { formsOf } from "@stele/model/word-forms";
import type { Database } from "../sqlite/database.ts";
import { type QueryPart, stemOf } from "./query-parts.ts";
import { plainFigure } from "./text-units.ts";

/** A piece that more words hold than this, such as "e", stands in nearly every text: the index saves nothing. */
const MOST_WORDS = 1000;
/** Words of the index before those of Chinese and Korean, whose letters begin here. */
const FIRST_HANGUL = "\u1100";

/** What the full-text index is asked, one term a part of a query; parts that would not narrow the search have none. */
export function queryTerms(database: Database, parts: readonly QueryPart[], mode: SearchMode): readonly string[] {
  return parts.map((part) => termOf(database, part, mode)).filter((term) => term !== undefined);
}

function termOf(database: Database, { kind, text }: QueryPart, mode: SearchMode): string | undefined {
  if (kind === "run") return runTerm([...(mode === "forms" ? stemOf(text) : text)]);
  const plain = kind === "figure" ? plainFigure(text) : text;
  if (mode === "anywhere") return anyOf(wordsWith(database, plain));
  return anyOf(mode === "forms" && kind === "word" ? formsOf(plain) : [plain]);
}

/** The index has pairs of neighbouring characters; a single one begins a pair or stands alone. */
function runTerm(characters: readonly string[]): string {
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return pairs.length === 0 ? `"${characters.join("")}" *` : `"${pairs.join(" ")}"`;
}

function anyOf(words: readonly string[]): string | undefined {
  if (words.length > MOST_WORDS) return undefined;
  return `(${words.map((word) => `"${word}"`).join(" OR ")})`;
}

/** Words and figures of the index that hold a piece; the piece itself where none does. */
function wordsWith(database: Database, piece: string): readonly string[] {
  database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.gram_word USING fts5vocab(main, gram, row)");
  const sql = `SELECT term FROM temp.gram_word WHERE term < ? AND instr(term, ?) > 0 LIMIT ${MOST_WORDS + 1}`;
  const words = database.all(sql, FIRST_HANGUL, piece).map(({ term }) => String(term));
  return words.length === 0 ? [piece] : words;
}
