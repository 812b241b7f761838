/** A large file that a worker needs: the aligner's vectors, the Chinese dictionary. */
export type CachedFile = "vectors" | "dictionary";

/**
 * A file from Cache Storage once it was fetched: afterwards it is there without the server. An older version is dropped
 * when a newer one comes. A browser without Cache Storage fetches each time.
 */
export async function loadCached(name: CachedFile, address: string): Promise<Uint8Array> {
  const cache = await openCache(`stele-${name}`);
  const kept = await cache?.match(address);
  if (kept !== undefined) return new Uint8Array(await kept.arrayBuffer());
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The ${name} file answers ${response.status}.`);
  if (cache !== undefined) {
    for (const old of await cache.keys()) await cache.delete(old);
    await cache.put(address, response.clone()).catch(() => undefined);
  }
  return new Uint8Array(await response.arrayBuffer());
}

async function openCache(name: string): Promise<Cache | undefined> {
  try {
    return await caches.open(name);
  } catch {
    return undefined;
  }
}
