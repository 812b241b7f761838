import { setTimeout as pause } from "node:timers/promises";
import type { Library } from "@stele/library";
import { SteleError } from "@stele/model";
import type { Settings } from "./settings.ts";

/** How long a library that another process writes to is waited for, and who is told. */
export interface Patience {
  /** Milliseconds; default ten minutes. */
  readonly lockWaitMs?: number;
  /** Aborted: not waited much longer. */
  readonly signal?: AbortSignal;
  /** Told when the waiting has lasted so long that somebody may wonder. */
  readonly onBusy?: () => void;
}

/** How long a user's settings say that the library is waited for; however often it is busy, it is said once. */
export function patienceOf(
  { signal, onBusy }: Pick<Patience, "signal" | "onBusy">,
  { lockWaitMs }: Settings,
): Patience {
  let isTold = false;
  return {
    onBusy: () => {
      if (!isTold) onBusy?.();
      isTold = true;
    },
    ...(signal === undefined ? {} : { signal }),
    ...(lockWaitMs === undefined ? {} : { lockWaitMs }),
  };
}

/** As long as the import of a very large memory may hold the library. */
const LOCK_WAIT_MS = 600_000;
/** No attempt holds up everything else, Ctrl-C among it, for longer. */
const ATTEMPT_MS = 100;
/** Between two attempts, for everything else that goes on. */
const PAUSE_MS = 100;
/** Other processes that translate write for a moment only; after so long it is worth a word. */
const WORTH_A_WORD_MS = 2000;
/** After Ctrl-C, for a process that writes for a moment only. */
const LAST_WAIT_MS = 1000;

/**
 * Does a piece of work on the library, again and again as long as another process writes to it.
 *
 * @throws SteleError `library-locked` when it was waited for long enough; whatever else the work throws, at once.
 */
export async function whenFree<T>(library: Library, work: () => T, patience: Patience): Promise<T> {
  const { lockWaitMs = LOCK_WAIT_MS, signal, onBusy } = patience;
  const began = performance.now();
  for (;;) {
    try {
      return attempt(library, work);
    } catch (error) {
      const waited = performance.now() - began;
      const most = signal?.aborted === true ? Math.min(LAST_WAIT_MS, lockWaitMs) : lockWaitMs;
      if (!isLocked(error) || waited >= most) throw error;
      if (waited >= WORTH_A_WORD_MS) onBusy?.();
      await pause(PAUSE_MS);
    }
  }
}

/** Does a piece of work on the library; where another process writes to it, that is thrown soon. */
export function attempt<T>(library: Library, work: () => T): T {
  return library.waitingAtMost(ATTEMPT_MS, work);
}

/** Whether another process holds the library. */
export function isLocked(error: unknown): error is SteleError {
  return error instanceof SteleError && error.code === "library-locked";
}
