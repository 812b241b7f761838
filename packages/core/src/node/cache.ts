import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How much a cache holds. */
export interface CacheStats {
  readonly files: number;
  readonly bytes: number;
}

/** Counts the files of the cache folder; nothing where there is none. */
export async function cacheStats(cacheDir: string): Promise<CacheStats> {
  const entries = await readdir(cacheDir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Empties the cache folder; says what was in it. Nothing that was paid for is ever kept there. */
export async function clearCache(cacheDir: string): Promise<CacheStats> {
  const before = await cacheStats(cacheDir);
  await rm(cacheDir, { recursive: true, force: true });
  return before;
}
