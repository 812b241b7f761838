import { type ReactNode, useEffect } from "react";
import { createStore, useStore } from "./store.ts";

/** A short word to the reader that goes away by itself. */
interface Toast {
  readonly text: string;
  readonly action?: { readonly name: string; run(): void };
}

const toasts = createStore<Toast | undefined>(undefined);
const STAYS_MS = 4000;
/** With a button in it there must be time to reach it. */
const STAYS_WITH_ACTION_MS = 15_000;

/** Says something at the lower edge, in place of what was said before; `action` is offered as a button. */
export function toast(text: string, action?: Toast["action"]): void {
  toasts.set(action === undefined ? { text } : { text, action });
}

/** Where toasts appear; screen readers hear them. */
export function Toasts(): ReactNode {
  const now = useStore(toasts);
  useEffect(() => {
    if (now === undefined) return;
    const timer = setTimeout(() => toasts.set(undefined), now.action === undefined ? STAYS_MS : STAYS_WITH_ACTION_MS);
    return () => clearTimeout(timer);
  }, [now]);
  const act = (): void => {
    toasts.set(undefined);
    now?.action?.run();
  };
  return (
    <div className="toasts" role="status">
      {now !== undefined && (
        <p className="toast">
          {now.text}
          {now.action !== undefined && (
            <button type="button" onClick={act}>
              {now.action.name}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
