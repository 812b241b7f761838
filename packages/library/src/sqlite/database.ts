import { SteleError } from "@stele/model";
import { type SqlConnection, type SqlRow, type SqlStatement, type SqlValue, sqlDriver } from "./driver.ts";
import { APPLICATION_ID, MIGRATIONS } from "./migrations.ts";
import { damagedLibrary, libraryError, newerLibrary } from "./sqlite-error.ts";

/** How a database is opened. */
export interface DatabaseOptions {
  readonly file: string;
  readonly isReadOnly: boolean;
  /** How long to wait for another process to finish its write, in milliseconds. */
  readonly timeoutMs: number;
  /** The most pages of 4096 bytes that the file may have; for tests of a full disk. */
  readonly maxPages?: number;
}

/** Pages that SQLite holds itself; the system's own cache holds the rest of the file as well. */
const CACHE_KIB = 8192;

/** A connection that keeps its statements and throws our errors. */
export interface Database {
  readonly file: string;
  run(sql: string, ...values: SqlValue[]): { readonly changes: number; readonly id: number };
  get(sql: string, ...values: SqlValue[]): SqlRow | undefined;
  all(sql: string, ...values: SqlValue[]): readonly SqlRow[];
  exec(sql: string): void;
  /** All of it or nothing; durable when it returns. Inside another one it simply joins it. */
  transaction<T>(work: () => T): T;
  /** Meanwhile no write waits longer than this for another process. */
  waitingAtMost<T>(ms: number, work: () => T): T;
  close(): void;
}

/**
 * Opens a database file, makes or updates its tables. WAL, `synchronous=FULL`: what was committed survives a power cut.
 *
 * @throws SteleError `library-newer`, `library-damaged`, `library-locked`, `library-read-only`, `disk-full`.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const database = translated(options.file, () => connect(options));
  try {
    database.exec(`PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KIB}`);
    if (options.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${options.maxPages}`);
    checkVersion(database);
    if (!options.isReadOnly) migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function connect({ file, isReadOnly, timeoutMs }: DatabaseOptions): Database {
  const { DatabaseSync } = sqlDriver();
  const connection = new DatabaseSync(file, { readOnly: isReadOnly, timeout: timeoutMs });
  const statements = new Map<string, SqlStatement>();
  const prepare = (sql: string): SqlStatement => {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    file,
    run: (sql, ...values) =>
      translated(file, () => {
        const { changes, lastInsertRowid } = prepare(sql).run(...values);
        return { changes: Number(changes), id: Number(lastInsertRowid) };
      }),
    get: (sql, ...values) => translated(file, () => prepare(sql).get(...values)),
    all: (sql, ...values) => translated(file, () => prepare(sql).all(...values)),
    exec: (sql) => translated(file, () => connection.exec(sql)),
    transaction: transactions(connection, file),
    waitingAtMost(ms, work) {
      connection.exec(`PRAGMA busy_timeout = ${Math.min(ms, timeoutMs)}`);
      try {
        return work();
      } finally {
        connection.exec(`PRAGMA busy_timeout = ${timeoutMs}`);
      }
    },
    close: () => close(connection),
  };
}

/**
 * The log goes into the file first, without waiting for anyone: the packaged driver keeps statements, and so the log,
 * until they are collected.
 */
function close(connection: SqlConnection): void {
  try {
    connection.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // read-only, or in use by others: the log stays and is read by whoever opens next
  }
  connection.close();
}

function transactions(connection: SqlConnection, file: string): Database["transaction"] {
  let isInside = false;
  return (work) => {
    if (isInside) return work();
    translated(file, () => connection.exec("BEGIN IMMEDIATE"));
    isInside = true;
    try {
      const result = work();
      translated(file, () => connection.exec("COMMIT"));
      return result;
    } catch (error) {
      rollBack(connection);
      throw error;
    } finally {
      isInside = false;
    }
  };
}

/** Some errors (a full disk) have rolled back already; then there is nothing left to do. */
function rollBack(connection: SqlConnection): void {
  try {
    connection.exec("ROLLBACK");
  } catch {
    // no transaction is open any more, which is what was wanted
  }
}

function checkVersion(database: Database): number {
  const version = pragma(database, "user_version");
  const owner = pragma(database, "application_id");
  const tables = Number(database.get("SELECT count(*) AS n FROM sqlite_schema")?.n);
  if (owner !== APPLICATION_ID && (owner !== 0 || tables > 0)) throw damagedLibrary(database.file);
  if (version > MIGRATIONS.length) {
    throw newerLibrary(database.file, { found: version, known: MIGRATIONS.length });
  }
  return version;
}

/** Versions are read again under the lock: two processes may find the same old file. */
function migrate(database: Database): void {
  if (checkVersion(database) === MIGRATIONS.length) return;
  switchToWal(database);
  database.transaction(() => {
    const version = checkVersion(database);
    for (const sql of MIGRATIONS.slice(version)) database.exec(sql);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

/** SQLite does not wait here for another process that does the same, so we do. */
function switchToWal(database: Database): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (attempt === 100 || !(error instanceof SteleError) || error.code !== "library-locked") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function pragma(database: Database, name: string): number {
  return Number(database.get(`PRAGMA ${name}`)?.[name]);
}

function translated<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw libraryError(error, file);
  }
}
