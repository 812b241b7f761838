import { useEffect, useState } from "react";
import { type Failure, toFailure } from "../api/failure.ts";

/** Something that is fetched: on its way, there, or failed. */
export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly failure: Failure };

/**
 * Loads when the component appears and again whenever `key` changes; what comes too late is dropped. `again` loads
 * anew while the old value stays on the page.
 */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> & { again(): void } {
  const [loaded, setLoaded] = useState<{ key: string; now: Loaded<T> }>({ key, now: { state: "loading" } });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const put = (now: Loaded<T>): void => {
      if (!controller.signal.aborted) setLoaded({ key, now });
    };
    load(controller.signal).then(
      (value) => put({ state: "ready", value }),
      (error: unknown) => put({ state: "failed", failure: toFailure(error) }),
    );
    return () => controller.abort();
  }, [key, round]);
  const now: Loaded<T> = loaded.key === key ? loaded.now : { state: "loading" };
  return { ...now, again: () => setRound((before) => before + 1) };
}
