import { type ErrorCode, SteleError } from "@stele/model";

interface Meaning {
  readonly code: ErrorCode;
  readonly says: string;
  readonly hint: string;
}

const LOCKED: Meaning = {
  code: "library-locked",
  says: "is being written by another process, and it did not finish in time",
  hint: "Wait for the other Stele to finish, or end it, and try again.",
};
const DAMAGED: Meaning = {
  code: "library-damaged",
  says: "is damaged or is not a library of Stele",
  hint: "Keep the file, move it aside, and restore a backup with `npx stele library restore`.",
};
const FULL: Meaning = {
  code: "disk-full",
  says: "cannot grow: the disk is full",
  hint: "Free some space and run the same command again; nothing that was stored is lost.",
};
const NO_ROOM: Meaning = { ...FULL, says: "cannot grow: a quota, a limit of file sizes or the disk leaves no room" };
const READ_ONLY: Meaning = {
  code: "library-read-only",
  says: "cannot be written",
  hint: "Check who owns the file and its folder, or name another data folder.",
};
const UNREADABLE: Meaning = { ...READ_ONLY, says: "cannot be opened" };

const DISK_ERROR: Meaning = {
  code: "library-damaged",
  says: "cannot be read or written: the disk reports an error",
  hint: "Check the disk and the room on it, and try again; what was stored is kept as far as the disk is sound.",
};

/** SQLite's result codes (sqlite.org/rescode.html), primary and extended, that have a meaning of their own for us. */
const MEANINGS: Readonly<Record<number, Meaning | undefined>> = {
  3: READ_ONLY, // SQLITE_PERM
  5: LOCKED, // SQLITE_BUSY
  6: LOCKED, // SQLITE_LOCKED
  8: READ_ONLY, // SQLITE_READONLY
  10: DISK_ERROR, // SQLITE_IOERR
  11: DAMAGED, // SQLITE_CORRUPT
  13: FULL, // SQLITE_FULL
  14: UNREADABLE, // SQLITE_CANTOPEN
  26: DAMAGED, // SQLITE_NOTADB
  778: NO_ROOM, // SQLITE_IOERR_WRITE
  1546: NO_ROOM, // SQLITE_IOERR_TRUNCATE
  4874: NO_ROOM, // SQLITE_IOERR_SHMSIZE
};

/** A driver's error as ours; what is no SQLite error, or has no meaning of its own, is returned as it is. */
export function libraryError(error: unknown, file: string): unknown {
  const result = resultCode(error);
  const meaning = MEANINGS[result] ?? MEANINGS[result & 0xff];
  if (meaning === undefined || error instanceof SteleError) return error;
  return new SteleError({
    code: meaning.code,
    message: `The library ${file} ${meaning.says}.`,
    hint: meaning.hint,
    details: { file },
    cause: error,
  });
}

/** The error of a file that holds something else, or whose pages do not fit together. */
export function damagedLibrary(file: string): SteleError {
  return new SteleError({
    code: DAMAGED.code,
    message: `The library ${file} ${DAMAGED.says}.`,
    hint: DAMAGED.hint,
    details: { file },
  });
}

/** The error of a file that a later Stele has written. */
export function newerLibrary(file: string, versions: { found: number; known: number }): SteleError {
  return new SteleError({
    code: "library-newer",
    message: `The library ${file} was written by a newer Stele (version ${versions.found}; this one knows ${versions.known}).`,
    hint: "Update Stele; the library was not touched.",
    details: { file, ...versions },
  });
}

/**
 * SQLite's own words for the codes above (`sqlite3_errstr`): the packaged driver loses the number when it lists rows.
 */
const WORDS: readonly (readonly [number, string])[] = [
  [5, "database is locked"],
  [6, "database table is locked"],
  [8, "attempt to write a readonly database"],
  [10, "disk I/O error"],
  [11, "database disk image is malformed"],
  [13, "database or disk is full"],
  [14, "unable to open database file"],
  [26, "file is not a database"],
];

function resultCode(error: unknown): number {
  if (!(error instanceof Error)) return 0;
  const code: unknown = "errcode" in error ? error.errcode : undefined;
  if (typeof code === "number") return code;
  return WORDS.find(([, words]) => error.message.includes(words))?.[0] ?? 0;
}
