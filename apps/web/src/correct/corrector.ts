import { type Changed, correct, restoreRevision, type Stale, staleOf } from "../api/corrections.ts";
import { type Failure, toFailure } from "../api/failure.ts";
import type { Operation } from "../api/nouns.ts";
import { createStore, type Store } from "../app/store.ts";
import { saveStubbornly } from "./save-stubbornly.ts";

/** A change that can be taken back: which revision it was made on and which it made. */
interface Step {
  readonly bitext: string;
  readonly before: number;
  readonly after: number;
}

/** A change that is being saved. */
export interface Change {
  readonly bitext: string;
  /** The revision it is made on. */
  readonly seen: number;
  readonly operations: readonly Operation[];
}

/** How the saving stands. */
export interface CorrectorState {
  /** `waiting`: the server does not answer; the change is kept and sent again. */
  readonly status: "saved" | "saving" | "waiting";
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  readonly failure?: Failure;
  /** A change that was refused because somebody else was faster. */
  readonly stale?: Stale & { readonly change: Change };
}

/** Saves corrections one at a time, takes them back and makes them again. */
export interface Corrector {
  readonly state: Store<CorrectorState>;
  /** Saves a change; false while another one is on its way. */
  save(change: Change): Promise<boolean>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Goes back to a revision of the history; can be undone like any change. */
  restore(bitext: string, revision: number, current: number): Promise<void>;
  /** Puts away a failure or a refused change. */
  dismiss(): void;
}

/** A corrector that tells `onChange` of each new state of the text. */
export function createCorrector(onChange: (changed: Changed) => void): Corrector {
  const state = createStore<CorrectorState>({ status: "saved", undo: [], redo: [] });
  const isBusy = (): boolean => state.get().status !== "saved";

  async function attempt(work: () => Promise<Changed>, change?: Change): Promise<Changed | undefined> {
    state.set({ ...settled(state.get()), status: "saving" });
    try {
      const changed = await saveStubbornly(work, () => state.set({ ...state.get(), status: "waiting" }));
      state.set({ ...state.get(), status: "saved" });
      onChange(changed);
      return changed;
    } catch (error) {
      state.set({ ...state.get(), status: "saved", ...refusalOf(toFailure(error), change) });
      return undefined;
    }
  }

  async function restore(bitext: string, revision: number, current: number): Promise<void> {
    if (isBusy()) return;
    const changed = await attempt(() => restoreRevision(bitext, revision));
    if (changed === undefined) return;
    const step = { bitext, before: current, after: revision };
    state.set({ ...state.get(), undo: [...state.get().undo, step], redo: [] });
  }

  async function step(from: "undo" | "redo"): Promise<void> {
    const last = state.get()[from].at(-1);
    if (last === undefined || isBusy()) return;
    const revision = from === "undo" ? last.before : last.after;
    if ((await attempt(() => restoreRevision(last.bitext, revision))) === undefined) return;
    const to = from === "undo" ? "redo" : "undo";
    const now = state.get();
    state.set({ ...now, [from]: now[from].slice(0, -1), [to]: [...now[to], last] });
  }

  // Pressed faster than the server answers, each press still takes back a change of its own.
  let turn: Promise<void> = Promise.resolve();
  function inTurn(from: "undo" | "redo"): Promise<void> {
    turn = turn.then(() => step(from));
    return turn;
  }

  async function save(change: Change): Promise<boolean> {
    if (isBusy()) return false;
    const changed = await attempt(() => correct(change.bitext, change.seen, change.operations), change);
    if (changed === undefined) return false;
    const after = changed.revisions[change.bitext] ?? change.seen + 1;
    const done = { bitext: change.bitext, before: change.seen, after };
    state.set({ ...state.get(), undo: [...state.get().undo, done], redo: [] });
    return true;
  }

  return {
    state,
    save,
    restore,
    undo: () => inTurn("undo"),
    redo: () => inTurn("redo"),
    dismiss: () => state.set(settled(state.get())),
  };
}

/** The state without what went wrong. */
function settled({ status, undo, redo }: CorrectorState): CorrectorState {
  return { status, undo, redo };
}

/** A change refused because somebody was faster carries both versions; anything else is a failure. */
function refusalOf(failure: Failure, change: Change | undefined): Pick<CorrectorState, "failure" | "stale"> {
  const versions = staleOf(failure);
  return versions === undefined || change === undefined ? { failure } : { stale: { ...versions, change } };
}
