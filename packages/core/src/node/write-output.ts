import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { cutText, hashText, SteleError } from "@stele/model";
import { isNoRoom } from "./is-no-room.ts";
import { neighbourOf, removeOrphans } from "./neighbour.ts";

/** How a result is written. */
export interface WriteOutputOptions {
  /** The folder in which Stele remembers what it wrote; see `openHome`. */
  readonly dataDir: string;
  /** Overwrite a file that Stele did not write, or that was changed since. Default false. */
  readonly force?: boolean;
}

/** What is written, in pieces. */
export type Chunks = Iterable<string | Uint8Array>;

/**
 * Writes a result to a file, whole or not at all: into a neighbour first, which then takes its place. Folders that are
 * missing are made, and what a killed process left half written of the same file is removed. A file that
 * Stele did not write, or that somebody changed since, is left alone. What is no ordinary file (`/dev/stdout`, a
 * pipe) is written to as it is.
 *
 * @throws SteleError `output-exists`, `output-failed`, `disk-full`.
 */
export async function writeOutput(path: string, chunks: Chunks, options: WriteOutputOptions): Promise<void> {
  const file = resolve(path);
  try {
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && !found.isFile()) return await writeThrough(file, chunks);
    if (found !== undefined && options.force !== true && !(await isOurs(file, options.dataDir))) throw exists(path);
    await replace(file, chunks, options.dataDir);
  } catch (error) {
    throw isOfSystem(error) ? failed(path, error.code) : error;
  }
}

/**
 * Whether `writeOutput` would refuse this path; asked before money is spent on what should go there.
 *
 * @throws SteleError `output-exists`.
 */
export async function checkOutput(path: string, options: WriteOutputOptions): Promise<void> {
  const file = resolve(path);
  const found = await stat(file).catch(() => undefined);
  const isFree = found === undefined || !found.isFile() || options.force === true;
  if (!isFree && !(await isOurs(file, options.dataDir))) throw exists(path);
}

async function writeThrough(file: string, chunks: Chunks): Promise<void> {
  const handle = await open(file, "w");
  try {
    for (const chunk of chunks) await handle.write(Buffer.from(chunk));
  } finally {
    await handle.close();
  }
}

async function replace(file: string, chunks: Chunks, dataDir: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  removeOrphans(file);
  const neighbour = neighbourOf(file);
  try {
    const handle = await open(neighbour, "wx");
    const digest = await fill(handle, chunks).finally(() => handle.close());
    await rename(neighbour, file);
    await remember(file, digest, dataDir);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
}

async function fill(handle: FileHandle, chunks: Chunks): Promise<string> {
  const hash = createHash("sha256");
  for (const bytes of encoded(chunks)) {
    hash.update(bytes);
    await handle.writeFile(bytes);
  }
  await handle.sync();
  return hash.digest("hex");
}

/** Code units encoded at a time, and bytes read. */
const PIECE = 1 << 16;

/**
 * The bytes of chunks, good until the next are asked for: a buffer for each would be collected late, and together be
 * the file.
 */
function* encoded(chunks: Chunks): Generator<Uint8Array, void, undefined> {
  const buffer = Buffer.allocUnsafe(3 * (PIECE + 1));
  for (const chunk of chunks) {
    if (typeof chunk !== "string") yield chunk;
    else for (const piece of cutText(chunk, PIECE)) yield buffer.subarray(0, buffer.write(piece));
  }
}

/** One small file a written path, named by the path's hash: nothing to lock, nothing to merge. */
function recordOf(file: string, dataDir: string): string {
  return join(dataDir, "written", hashText(file));
}

async function remember(file: string, digest: string, dataDir: string): Promise<void> {
  const record = recordOf(file, dataDir);
  await mkdir(dirname(record), { recursive: true });
  await writeFile(record, digest);
}

async function isOurs(file: string, dataDir: string): Promise<boolean> {
  const digest = await readFile(recordOf(file, dataDir), "utf8").catch(() => undefined);
  if (digest === undefined) return false;
  return digest === (await digestOf(file));
}

/** In pieces, into one buffer: the result of a book may be longer than all that its run holds. */
async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(PIECE);
  const handle = await open(file);
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE);
      if (bytesRead === 0) return hash.digest("hex");
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

function exists(file: string): SteleError {
  return new SteleError({
    code: "output-exists",
    message: `${file} is there already, and Stele did not write what is in it.`,
    hint: "Name another file, or overwrite it with --force.",
    details: { file },
  });
}

/** The system's codes in words. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "the folder is not there",
  ENOTDIR: "a part of its path is a file, not a folder",
  EEXIST: "a part of its path is a file, not a folder",
  EISDIR: "a folder has this name",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "nothing can be written to this disk",
  ENAMETOOLONG: "the name is too long",
};

/** Whatever else is thrown comes from the chunks and is no fault of the file's. */
function isOfSystem(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function failed(file: string, reason: string): SteleError {
  const isFull = isNoRoom(reason);
  return new SteleError({
    code: isFull ? "disk-full" : "output-failed",
    message: isFull
      ? `The disk is full: ${file} was not written.`
      : `${file} cannot be written: ${REASONS[reason] ?? reason}.`,
    hint: isFull ? "Free some space and run the same command again." : "Check the folder and its permissions.",
    details: { file, reason },
  });
}
