import { setTimeout as pause } from "node:timers/promises";
import { SteleError } from "@stele/model";

/** How long a library that another process writes to is waited for, and who is told. */
export interface Patience {
  /** Milliseconds; default ten minutes. */
  readonly lockWaitMs?: number;
  /** Aborted: not waited any longer. */
  readonly signal?: AbortSignal;
  /** Told when the waiting begins. */
  readonly onBusy?: () => void;
}

/** As long as the import of a very large memory may hold the library. */
const LOCK_WAIT_MS = 600_000;
/** Between two attempts, for everything else that goes on; each attempt waits for some seconds itself. */
const PAUSE_MS = 100;

/**
 * Does a piece of work on the library, again and again as long as another process writes to it.
 *
 * @throws SteleError `library-locked` when it was waited for long enough; whatever else the work throws, at once.
 */
export async function whenFree<T>(work: () => T, patience: Patience): Promise<T> {
  const until = performance.now() + (patience.lockWaitMs ?? LOCK_WAIT_MS);
  for (let isFirst = true; ; isFirst = false) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || patience.signal?.aborted === true || performance.now() >= until) throw error;
      if (isFirst) patience.onBusy?.();
      await pause(PAUSE_MS);
    }
  }
}

/** Whether another process holds the library. */
export function isLocked(error: unknown): error is SteleError {
  return error instanceof SteleError && error.code === "library-locked";
}
