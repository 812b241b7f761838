import { type ReactNode, useEffect, useId, useRef } from "react";
import { useText } from "./use-text.ts";

/** What a dialog shows. */
export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A modal dialog of the browser's own: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({ title, onClose, children, isWide = false }: DialogProps): ReactNode {
  const { t } = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    const stopWaiting = focusFirst(dialog.current);
    return () => {
      stopWaiting();
      // Escape has given it back already, and whoever is quick has taken it elsewhere since.
      const isLost = document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog ref={dialog} className="dialog" data-wide={isWide || undefined} aria-labelledby={heading} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="quiet" onClick={onClose} aria-label={t("page.close")}>
          ×
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

/** Focuses the first choice, when it comes where it is not there yet, unless focus was moved before that. */
function focusFirst(dialog: HTMLDialogElement | null): () => void {
  const atStart = document.activeElement;
  const focus = (): boolean => {
    const first = dialog?.querySelector<HTMLElement>("[data-first]");
    first?.focus();
    return first instanceof HTMLElement;
  };
  if (dialog === null || focus()) return () => undefined;
  const observer = new MutationObserver(() => {
    if (document.activeElement !== atStart || focus()) observer.disconnect();
  });
  observer.observe(dialog, { childList: true, subtree: true });
  return () => observer.disconnect();
}
