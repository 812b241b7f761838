const CACHE = "stele-vectors";

/**
 * The vectors file, from Cache Storage once it was fetched: afterwards it is there without the server. An older file
 * is dropped when a newer one comes. A browser without Cache Storage fetches each time.
 */
export async function loadVectors(address: string): Promise<Uint8Array> {
  const cache = await openCache();
  const kept = await cache?.match(address);
  if (kept !== undefined) return new Uint8Array(await kept.arrayBuffer());
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The vectors file answers ${response.status}.`);
  if (cache !== undefined) {
    for (const old of await cache.keys()) await cache.delete(old);
    await cache.put(address, response.clone()).catch(() => undefined);
  }
  return new Uint8Array(await response.arrayBuffer());
}

async function openCache(): Promise<Cache | undefined> {
  try {
    return await caches.open(CACHE);
  } catch {
    return undefined;
  }
}
