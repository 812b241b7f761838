import { cancelled, checkAbort } from "../errors.ts";

/** Waits; a test's own may count instead. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Waits so many milliseconds. @throws SteleError `cancelled` as soon as the signal is given. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  checkAbort(signal);
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(cancelled());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
