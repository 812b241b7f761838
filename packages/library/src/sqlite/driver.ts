import { createRequire } from "node:module";

/** A value that a column takes. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** A row by column names. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** What we use of a prepared statement of `node:sqlite`. */
export interface SqlStatement {
  run(...values: SqlValue[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
  iterate(...values: SqlValue[]): IterableIterator<SqlRow>;
}

/** What we use of `DatabaseSync` of `node:sqlite`. */
export interface SqlConnection {
  exec(sql: string): void;
  prepare(sql: string): SqlStatement;
  close(): void;
}

/** How a connection is opened; `timeout`: milliseconds to wait for another process. */
interface SqlOptions {
  readonly readOnly: boolean;
  readonly timeout: number;
}

interface SqlDriver {
  readonly DatabaseSync: new (file: string, options: SqlOptions) => SqlConnection;
}

/** Node's own SQLite where there is one (22 and later), else the same interface from a ready-built package. */
export function sqlDriver(): SqlDriver {
  const warn = process.emitWarning;
  process.emitWarning = () => {}; // Node 22 calls its own SQLite experimental on stderr, at every start
  try {
    const builtin: unknown = process.getBuiltinModule("node:sqlite");
    return (builtin ?? createRequire(import.meta.url)("@photostructure/sqlite")) as SqlDriver;
  } finally {
    process.emitWarning = warn;
  }
}
