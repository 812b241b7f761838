import type { LanguageTag } from "@stele/model";
import { numberOf, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";
import { storable } from "./storable.ts";

/** How a run stands. `interrupted`: its process is gone and it never said how it ended. */
export type RunState = "running" | "finished" | "failed" | "cancelled" | "interrupted";

/** What a run is about. */
export interface RunFacts {
  /** The file or text, as the user named it. */
  readonly input: string;
  readonly engine: string;
  readonly source: LanguageTag;
  readonly target: LanguageTag;
  /** How many texts it has to get answers for. */
  readonly texts: number;
}

/** How far a run has come. */
export interface RunProgress {
  readonly answered?: number;
  /** Texts in requests that were sent and not yet answered: after a kill, these may be charged twice. */
  readonly inFlight?: number;
  readonly charged?: number;
}

/** A run as lists show it. */
export interface Run extends RunFacts, Required<RunProgress> {
  readonly id: number;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly changedAt: Date;
}

/** The runs of a library: what `stele runs` lists. They hold no state that resuming needs. */
export interface Runs {
  start(facts: RunFacts): number;
  /** Only the members given are changed; durable when it returns. */
  update(id: number, progress: RunProgress): void;
  end(id: number, state: Exclude<RunState, "running" | "interrupted">): void;
  /** The latest first; default 50. */
  list(limit?: number): readonly Run[];
}

/** The runs of a library. */
export function openRuns(database: Database): Runs {
  return {
    start({ input, engine, source, target, texts }) {
      const now = Date.now();
      const sql = `INSERT INTO run (input, engine, source, target, state, process, texts, started_at, changed_at)
        VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?)`;
      return database.run(sql, storable(input, "name"), engine, source, target, process.pid, texts, now, now).id;
    },
    update(id, { answered, inFlight, charged }) {
      const sql = `UPDATE run SET answered = coalesce(?, answered), in_flight = coalesce(?, in_flight),
        charged = coalesce(?, charged), changed_at = ? WHERE id = ?`;
      database.run(sql, answered ?? null, inFlight ?? null, charged ?? null, Date.now(), id);
    },
    end(id, state) {
      database.run("UPDATE run SET state = ?, changed_at = ? WHERE id = ?", state, Date.now(), id);
    },
    list: (limit = 50) => database.all("SELECT * FROM run ORDER BY id DESC LIMIT ?", limit).map(runOf),
  };
}

function runOf(row: SqlRow): Run {
  const state = textOf(row, "state") as RunState;
  return {
    id: numberOf(row, "id"),
    input: textOf(row, "input"),
    engine: textOf(row, "engine"),
    source: textOf(row, "source") as LanguageTag,
    target: textOf(row, "target") as LanguageTag,
    state: state === "running" && !isGoingOn(row) ? "interrupted" : state,
    texts: numberOf(row, "texts"),
    answered: numberOf(row, "answered"),
    inFlight: numberOf(row, "in_flight"),
    charged: numberOf(row, "charged"),
    startedAt: new Date(numberOf(row, "started_at")),
    changedAt: new Date(numberOf(row, "changed_at")),
  };
}

/** A process may have the number of one before it, in a container always the same. */
function isGoingOn(row: SqlRow): boolean {
  const number = numberOf(row, "process");
  if (number !== process.pid) return isAlive(number);
  return numberOf(row, "started_at") >= Date.now() - process.uptime() * 1000;
}

/** Signal 0 reaches nobody; it only asks whether the process is there. */
function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
