import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decompress } from "fzstd";
import { checkAbort } from "../../../errors.ts";
import { modelInvalid } from "../local-errors.ts";
import type { ModelRecord } from "./model-record.ts";
import type { ModelSource } from "./model-source.ts";
import { sentLess } from "./model-source-errors.ts";
import { type AgainOptions, waitToTryAgain } from "./try-again.ts";

/** How a file is fetched. */
export interface DownloadOptions extends AgainOptions {
  readonly source: ModelSource;
  /** Where unfinished and finished files are put. */
  readonly folder: string;
  /** Bytes of this file so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Fetches one file into the folder under its own name, unless an earlier fetch has: goes on where it stopped, checks the
 * SHA-256 of what came and of what it unpacks to, and puts it in place only when both are right.
 *
 * @throws SteleError `model-invalid` for a wrong checksum, or as the source does; what came stays for the next time.
 */
export async function downloadModelFile(record: ModelRecord, options: DownloadOptions): Promise<void> {
  if (await isThere(record, options.folder)) return options.onProgress?.(record.attachment.size);
  const part = join(options.folder, `${record.attachment.sha256}.part`);
  const isBegun = (await sizeOf(part)) > 0;
  await fetchAll(record, part, options);
  if (isBegun && !(await isRight(part, record))) {
    // What was begun another time may be of another file.
    await rm(part, { force: true });
    await fetchAll(record, part, options);
  }
  await checkHash(part, record);
  if (record.unpacked === undefined) await rename(part, join(options.folder, record.name));
  else await unpack(part, record, options.folder);
}

async function isThere({ name, attachment, unpacked = attachment }: ModelRecord, folder: string): Promise<boolean> {
  const file = join(folder, name);
  return (await sizeOf(file)) === unpacked.size && (await hashFile(file)) === unpacked.sha256;
}

/** Bytes after which a connection that breaks off is as good as new: with fewer each time, nobody would see the end. */
const WORTH_A_TRY = 64 * 1024;

async function fetchAll(record: ModelRecord, part: string, options: DownloadOptions): Promise<void> {
  let failures = 0;
  let before = await sizeOf(part);
  while ((await sizeOf(part)) < record.attachment.size) {
    try {
      await fetchRest(record, part, options);
      if ((await sizeOf(part)) < record.attachment.size) throw sentLess(record.name);
    } catch (thrown) {
      const now = await sizeOf(part);
      failures = now - before >= WORTH_A_TRY ? 1 : failures + 1;
      before = now;
      await waitToTryAgain(thrown, failures, options);
    }
  }
}

async function fetchRest(record: ModelRecord, part: string, options: DownloadOptions): Promise<void> {
  const { source, signal, onProgress } = options;
  const have = await sizeOf(part);
  const { start, chunks } = await source.open(record.attachment, have, signal);
  const file = await open(part, start > 0 ? "a" : "w");
  try {
    let bytes = start;
    for await (const chunk of chunks) {
      checkAbort(signal);
      await file.write(chunk);
      bytes += chunk.length;
      onProgress?.(bytes);
      if (bytes > record.attachment.size) break;
    }
  } finally {
    await file.close();
  }
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

async function isRight(part: string, record: ModelRecord): Promise<boolean> {
  return (await hashFile(part)) === record.attachment.sha256;
}

async function checkHash(part: string, record: ModelRecord): Promise<void> {
  if (await isRight(part, record)) return;
  await rm(part, { force: true });
  throw modelInvalid(record.name, "its checksum is wrong, and it was deleted");
}

async function unpack(part: string, record: ModelRecord, folder: string): Promise<void> {
  const bytes = unzstd(await readFile(part), record);
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (bytes.length !== record.unpacked?.size || hash !== record.unpacked.sha256) {
    await rm(part, { force: true });
    throw modelInvalid(record.name, "what it unpacks to has a wrong checksum");
  }
  const whole = `${part}.whole`;
  await writeFile(whole, bytes);
  await rename(whole, join(folder, record.name));
  await rm(part, { force: true });
}

function unzstd(packed: Uint8Array, record: ModelRecord): Uint8Array {
  try {
    return decompress(packed);
  } catch {
    throw modelInvalid(record.name, "it cannot be unpacked");
  }
}

/** SHA-256 of a file, in lower-case hexadecimal. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
