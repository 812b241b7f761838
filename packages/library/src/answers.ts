import type { AnswerStore, KeptAnswer, LanguageTag, StoredAnswer } from "@stele/model";
import { jsonOf, numberOf, optionalNumber, optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";
import { storable } from "./storable.ts";

/** A kept answer as lists show it. */
export interface AnswerRecord extends KeptAnswer {
  readonly savedAt: Date;
  /** Why the guard refused it; absent where it did not. */
  readonly rejected?: readonly string[];
}

/** Sums over the answers of one engine and pair. */
export interface AnswerStats {
  readonly engine: string;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  readonly answers: number;
  /** Characters billed, as far as the service said. */
  readonly charged: number;
  readonly rejected: number;
}

/** The answers of a library, with what lists show of them. */
export interface Answers extends Required<AnswerStore> {
  /** The latest first; default 100. */
  list(limit?: number): readonly AnswerRecord[];
  stats(): readonly AnswerStats[];
}

/** The answers of a library. */
export function openAnswers(database: Database): Answers {
  return {
    get(key) {
      const row = database.get("SELECT * FROM answer WHERE key = ?", key);
      return row === undefined ? undefined : answerOf(row);
    },
    put(answers) {
      database.transaction(() => {
        for (const answer of answers) put(database, answer);
      });
    },
    markRejected(key, reasons) {
      database.run("UPDATE answer SET rejected = ? WHERE key = ?", JSON.stringify(reasons), key);
    },
    list: (limit = 100) =>
      database.all("SELECT * FROM answer ORDER BY saved_at DESC, key LIMIT ?", limit).map(recordOf),
    stats: () => database.all(STATS).map(statsOf),
  };
}

const STATS = `SELECT engine, source, target, count(*) AS answers, coalesce(sum(charged), 0) AS charged,
  count(rejected) AS rejected FROM answer GROUP BY engine, source, target ORDER BY engine, source, target`;

function put(database: Database, { facts, answer }: KeptAnswer): void {
  database.run(
    "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
    facts.key,
    facts.engine,
    facts.model ?? null,
    facts.source,
    facts.target,
    storable(facts.text, "text sent"),
    facts.attempt,
    storable(answer.text, "answer"),
    answer.charged ?? null,
    answer.ranges === undefined ? null : JSON.stringify(answer.ranges),
    answer.via ?? null,
    Date.now(),
  );
}

function answerOf(row: SqlRow): StoredAnswer {
  const charged = optionalNumber(row, "charged");
  const via = optionalText(row, "via");
  return {
    text: textOf(row, "answer"),
    ...(charged === null ? {} : { charged }),
    ...(row.ranges === null ? {} : { ranges: jsonOf<NonNullable<StoredAnswer["ranges"]>>(row, "ranges") }),
    ...(via === undefined ? {} : { via: via as LanguageTag }),
  };
}

function recordOf(row: SqlRow): AnswerRecord {
  const model = optionalText(row, "model");
  return {
    facts: {
      key: textOf(row, "key"),
      engine: textOf(row, "engine"),
      source: textOf(row, "source") as LanguageTag,
      target: textOf(row, "target") as LanguageTag,
      text: textOf(row, "text"),
      attempt: numberOf(row, "attempt"),
      ...(model === undefined ? {} : { model }),
    },
    answer: answerOf(row),
    savedAt: new Date(numberOf(row, "saved_at")),
    ...(row.rejected === null ? {} : { rejected: jsonOf<readonly string[]>(row, "rejected") }),
  };
}

function statsOf(row: SqlRow): AnswerStats {
  return {
    engine: textOf(row, "engine"),
    source: textOf(row, "source") as LanguageTag,
    target: textOf(row, "target") as LanguageTag,
    answers: numberOf(row, "answers"),
    charged: numberOf(row, "charged"),
    rejected: numberOf(row, "rejected"),
  };
}
