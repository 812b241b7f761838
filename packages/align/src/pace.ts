import { type Range, SteleError } from "@stele/model";

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

/** The pace of a part of the work: its whole is the share from `from` to `to` of `pace`. */
export function partOf(pace: Pace, [from, to]: Range): Pace {
  return { step: (done) => pace.step(from + (to - from) * done) };
}

/** Does the work on each turn in order, with a step after each. */
export async function inTurns(turns: readonly Range[], pace: Pace, work: (turn: Range) => void): Promise<void> {
  for (const [index, turn] of turns.entries()) {
    work(turn);
    await pace.step((index + 1) / turns.length);
  }
}

/** Sentences or beads that are handled before others may run. */
const ITEMS_A_TURN = 64;

/** `[0, count)` in turns of so many. */
export function turnsOf(count: number, size = ITEMS_A_TURN): Range[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, k) => [k * size, Math.min(count, (k + 1) * size)]);
}

/** What `map` gives, some items a turn. */
export async function mapInTurns<T, U>(
  items: readonly T[],
  pace: Pace,
  map: (item: T, index: number) => U,
): Promise<U[]> {
  const out: U[] = [];
  await inTurns(turnsOf(items.length), pace, ([from, to]) => {
    for (const [k, item] of items.slice(from, to).entries()) out.push(map(item, from + k));
  });
  return out;
}

function cancelled(): SteleError {
  return new SteleError({
    code: "cancelled",
    message: "The alignment was cancelled.",
    hint: "Start it again to align the text.",
  });
}
