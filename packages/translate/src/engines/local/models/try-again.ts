import { DEFAULT_RETRY_POLICY, nextWait } from "../../../around/retry-policy.ts";
import { type Sleep, sleep } from "../../../around/sleep.ts";

/** How what failed is asked again: the one policy of all engines, with these in place of its own. */
export interface AgainOptions {
  readonly sleep?: Sleep;
  /** The first wait, milliseconds; each further one is twice as long. */
  readonly retryWaitMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Waits before what has failed so many times is tried again. @throws what failed, where that is of no use. */
export async function waitToTryAgain(thrown: unknown, count: number, options: AgainOptions): Promise<void> {
  const { retryWaitMs = DEFAULT_RETRY_POLICY.firstWaitMs, signal } = options;
  const policy = { ...DEFAULT_RETRY_POLICY, firstWaitMs: retryWaitMs };
  const wait = nextWait(thrown, { count, spentTries: 0 }, { policy, random: 0.5 });
  if (wait === undefined) throw thrown;
  await (options.sleep ?? sleep)(wait, signal);
}

/** Does the work until it goes well, as often as the policy says. */
export async function tryAgain<T>(work: () => Promise<T>, options: AgainOptions): Promise<T> {
  for (let count = 1; ; count++) {
    try {
      return await work();
    } catch (thrown) {
      await waitToTryAgain(thrown, count, options);
    }
  }
}
