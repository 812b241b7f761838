import { SteleError } from "@stele/model";

/** Keeps a long computation polite: it tells its progress, lets others run and stops when asked. */
export interface Pace {
  /** Called between pieces of work with the share done, from 0 to 1. @throws SteleError `cancelled`. */
  readonly step: (done: number) => Promise<void>;
}

/** Work longer than this lets the event loop run, so that a tab stays alive and a signal can arrive. */
const TURN_MS = 40;

/** A pace for one computation. */
export function createPace(options: {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}): Pace {
  let lastTurn = performance.now();
  const check = (): void => {
    if (options.signal?.aborted === true) throw cancelled();
  };
  let told = 0;
  return {
    step: async (done) => {
      check();
      if (done > told) {
        told = Math.min(1, done);
        options.onProgress?.(told);
      }
      if (performance.now() - lastTurn < TURN_MS) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
      lastTurn = performance.now();
      check();
    },
  };
}

function cancelled(): SteleError {
  return new SteleError({
    code: "cancelled",
    message: "The alignment was cancelled.",
    hint: "Start it again to align the text.",
  });
}
