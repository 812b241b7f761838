import { useSyncExternalStore } from "react";

/** A value that lives outside React, so that only the parts which read it render again. */
export interface Store<T> {
  get(): T;
  /** Tells the listeners only when the value is another one (`Object.is`). */
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

/** Makes a store; nothing is kept beyond the tab (see `remembered`). */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The store's value; the component renders again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
