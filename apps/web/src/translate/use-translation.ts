import { useEffect, useRef, useState } from "react";
import { type Failure, toFailure } from "../api/failure.ts";
import { translateText } from "../api/translation.ts";

/** A translation on its way. */
export interface Translating {
  /** From 0 to 1 while it runs. */
  readonly share: number | undefined;
  readonly failure: Failure | undefined;
  /** It failed or was called off: what was answered by then is kept. */
  readonly wasStopped: boolean;
  start(order: Parameters<typeof translateText>[0]): void;
  cancel(): void;
}

/**
 * Translates when told to; leaving calls it off. `onStop` is told when it ended before its end: what was answered by
 * then costs nothing any more.
 */
export function useTranslation(onDone: () => void, onStop: () => void): Translating {
  const [share, setShare] = useState<number>();
  const [stop, setStop] = useState<Failure>();
  const controller = useRef<AbortController>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start: Translating["start"] = (order) => {
    const own = new AbortController();
    controller.current = own;
    const { signal } = own;
    setStop(undefined);
    setShare(0);
    translateText(order, { signal, onProgress: setShare })
      .then(onDone, (error: unknown) => {
        setStop(toFailure(error));
        onStop();
      })
      .finally(() => setShare(undefined));
  };
  const failure = stop?.code === "cancelled" ? undefined : stop;
  return { share, failure, wasStopped: stop !== undefined, start, cancel: () => controller.current?.abort() };
}
