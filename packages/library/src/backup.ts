import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { SteleError } from "@stele/model";
import { rebuildIndex } from "./memory/unit-store.ts";
import { textOf } from "./row-values.ts";
import { type Database, openDatabase } from "./sqlite/database.ts";
import { damagedLibrary } from "./sqlite/sqlite-error.ts";

/** Tables of ours in an order in which none refers to a later one; `gram` is made anew from `side`. */
const TABLES = [
  "article",
  "text",
  "bitext",
  "layout",
  "revision",
  "run",
  "memory",
  "unit",
  "side",
  "word",
  "sentence",
] as const;

/**
 * Writes a consistent copy of the library; the folder is made where it is not there.
 *
 * @throws SteleError `output-exists`, `output-failed`, `disk-full`.
 */
export function backUp(database: Database, file: string): void {
  if (existsSync(file)) {
    throw new SteleError({
      code: "output-exists",
      message: `${file} is there already.`,
      hint: "Name a new file for the backup.",
      details: { file },
    });
  }
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    database.run("VACUUM INTO ?", file);
  } catch (error) {
    if (error instanceof SteleError && error.code === "disk-full") throw error;
    throw new SteleError({
      code: "output-failed",
      message: `The backup ${file} cannot be written.`,
      hint: "Check that the folder can be written.",
      details: { file },
      cause: error,
    });
  }
}

/**
 * Copies a backup over the library, in one transaction, so that other processes see the old state or the new one.
 * Answers are only added. Gives the file to which the state before was written; the backup itself is not touched.
 *
 * @throws SteleError `input-missing`; `library-damaged` or `library-newer` of the backup; then nothing was changed.
 */
export function restoreBackup(database: Database, file: string): string {
  const copy = freeName(`${database.file}.restoring`);
  copyBackup(file, copy);
  try {
    checkBackup(copy, file);
    const before = freeName(`${database.file}.before-restore`);
    backUp(database, before);
    replaceAll(database, copy);
    return before;
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(copy + suffix, { force: true });
  }
}

function copyBackup(file: string, copy: string): void {
  try {
    copyFileSync(file, copy);
  } catch (error) {
    throw new SteleError({
      code: existsSync(file) ? "input-unreadable" : "input-missing",
      message: `The backup ${file} cannot be read.`,
      hint: "Name a file that `npx stele library backup` has written.",
      details: { name: file },
      cause: error,
    });
  }
}

/** Opening the copy updates its tables to this version. */
function checkBackup(copy: string, file: string): void {
  if (!isLibrary(copy, file)) throw damagedLibrary(file);
  const backup = openDatabase({ file: copy, isReadOnly: false, timeoutMs: 1000 });
  try {
    if (!isSound(backup)) throw damagedLibrary(file);
  } finally {
    backup.close();
  }
}

/** Whether SQLite finds nothing wrong; reads the whole file. */
export function isSound(database: Database): boolean {
  try {
    const row = database.get("PRAGMA quick_check(1)");
    return row !== undefined && textOf(row, "quick_check") === "ok";
  } catch (error) {
    if (error instanceof SteleError && error.code === "library-damaged") return false;
    throw error;
  }
}

/** An empty file would open as a new library, and restoring nothing over something is never meant. */
function isLibrary(copy: string, file: string): boolean {
  let database: Database | undefined;
  try {
    database = openDatabase({ file: copy, isReadOnly: true, timeoutMs: 1000 });
    return Number(database.get("PRAGMA user_version")?.user_version) > 0;
  } catch (error) {
    throw error instanceof SteleError ? named(error, copy, file) : error;
  } finally {
    database?.close();
  }
}

/** The person knows the backup, not the copy that was made of it. */
function named({ code, message, hint, details }: SteleError, copy: string, file: string): SteleError {
  return new SteleError({ code, message: message.replace(copy, file), hint, details: { ...details, file } });
}

function replaceAll(database: Database, copy: string): void {
  database.run("ATTACH ? AS backup", copy);
  try {
    database.transaction(() => {
      for (const table of TABLES.toReversed()) database.exec(`DELETE FROM main.${table}`);
      for (const table of TABLES) database.exec(`INSERT INTO main.${table} SELECT * FROM backup.${table}`);
      database.exec("INSERT OR IGNORE INTO main.answer SELECT * FROM backup.answer");
      rebuildIndex(database);
    });
  } finally {
    database.exec("DETACH backup");
  }
}

function freeName(stem: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}-${number}.db`;
    if (!existsSync(name)) return name;
  }
}
