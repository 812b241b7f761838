import { createStore, type Store } from "./store.ts";

/** Reads what was kept under a name; undefined where nothing is kept, it is broken, or the browser keeps nothing. */
export function recall(name: string): unknown {
  try {
    const kept = localStorage.getItem(`stele.${name}`);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Keeps a plain value in this browser; a browser that refuses (private window, full) changes nothing else. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`stele.${name}`, JSON.stringify(value));
  } catch {
    // What cannot be kept still holds until the tab is closed.
  }
}

/** A store whose value survives the tab. `parse` turns whatever was kept, even rubbish, into a legal value. */
export function remembered<T>(name: string, parse: (kept: unknown) => T): Store<T> {
  const store = createStore(parse(recall(name)));
  store.subscribe(() => keep(name, store.get()));
  return store;
}

/** Drops what was kept under a name. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(`stele.${name}`);
  } catch {
    // Nothing was kept.
  }
}
