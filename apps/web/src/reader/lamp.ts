import { useSyncExternalStore } from "react";
import type { Lit } from "./counterparts.ts";

/**
 * Holds the light of a reader: what the pointer is on, else what was last focused or tapped. Rows listen to their own
 * number only, so that a step wakes two rows of ten thousand.
 */
export interface Lamp {
  /** What is lit now. */
  lit(): Lit | undefined;
  /** What stays lit without the pointer. */
  pinned(): Lit | undefined;
  point(lit: Lit | undefined): void;
  pin(lit: Lit | undefined): void;
  /** Listens to one row, or to every change where `row` is `any`. */
  subscribe(row: number | "any", listener: () => void): () => void;
}

/** A lamp that is out. */
export function createLamp(): Lamp {
  let pointed: Lit | undefined;
  let pinned: Lit | undefined;
  const listeners = new Map<number | "any", Set<() => void>>();
  const lit = (): Lit | undefined => pointed ?? pinned;
  const wake = (row: number | "any" | undefined): void => {
    if (row !== undefined) for (const listener of [...(listeners.get(row) ?? [])]) listener();
  };
  const change = (write: () => void): void => {
    const before = lit();
    write();
    const after = lit();
    if (before === after) return;
    wake(before?.row);
    if (after?.row !== before?.row) wake(after?.row);
    wake("any");
  };
  return {
    lit,
    pinned: () => pinned,
    point: (next) =>
      change(() => {
        pointed = next;
      }),
    pin: (next) => {
      change(() => {
        pinned = next;
      });
      // Under the pointer the light itself stays the same.
      wake("any");
    },
    subscribe(row, listener) {
      const own = listeners.get(row) ?? new Set();
      listeners.set(row, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(row);
      };
    },
  };
}

/** The light on one row; undefined while it is dark. */
export function useLight(lamp: Lamp, row: number): Lit | undefined {
  return useSyncExternalStore(
    (listener) => lamp.subscribe(row, listener),
    () => (lamp.lit()?.row === row ? lamp.lit() : undefined),
  );
}

/** The light wherever it is. */
export function useLit(lamp: Lamp): Lit | undefined {
  return useSyncExternalStore((listener) => lamp.subscribe("any", listener), lamp.lit);
}

/** What stays lit without the pointer. */
export function usePinned(lamp: Lamp): Lit | undefined {
  return useSyncExternalStore((listener) => lamp.subscribe("any", listener), lamp.pinned);
}
