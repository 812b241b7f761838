import { type Sleep, sleep } from "./sleep.ts";

/** How many requests a process may have under way, and how many it may begin a second. */
export interface ThrottleOptions {
  readonly concurrency: number;
  /** Default: no limit but the concurrency. */
  readonly perSecond?: number;
  readonly sleep?: Sleep;
  /** Milliseconds. Default `Date.now`; only differences matter, and one set back only makes it wait. */
  readonly now?: () => number;
}

/** Lets requests through; one a service and process, shared by everything that asks that service. */
export interface Throttle {
  readonly concurrency: number;
  /** Resolves when a request may begin; call what it gives when the request has ended. */
  begin(signal?: AbortSignal): Promise<() => void>;
}

/** Makes a throttle. */
export function createThrottle(options: ThrottleOptions): Throttle {
  const pause = options.sleep ?? sleep;
  const now = options.now ?? Date.now;
  const gapMs = options.perSecond === undefined ? 0 : 1000 / options.perSecond;
  const waiting: (() => void)[] = [];
  let free = options.concurrency;
  let nextStart = now();

  const take = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const give = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const keepPace = async (signal?: AbortSignal) => {
    const at = Math.min(Math.max(now(), nextStart), now() + 60_000);
    nextStart = at + gapMs;
    if (at > now()) await pause(at - now(), signal);
  };
  return {
    concurrency: options.concurrency,
    async begin(signal) {
      await take();
      try {
        if (gapMs > 0) await keepPace(signal);
      } catch (thrown) {
        give();
        throw thrown;
      }
      return once(give);
    },
  };
}

const shared = new Map<string, Throttle>();

/**
 * The one throttle of a process for a service: all that ask the same host share it, whatever they translate. The first
 * that asks sets how many requests may run.
 */
export function sharedThrottle(host: string, options: ThrottleOptions): Throttle {
  const known = shared.get(host) ?? createThrottle(options);
  shared.set(host, known);
  return known;
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
