import { useEffect } from "react";
import { hrefOf } from "../app/route.ts";

const PLAIN = "Stele";

/**
 * Names the window after the open text; the address no longer says that the text is new, so that reloading asks
 * nothing.
 */
export function usePageName(title: string, textId: string | undefined, isNew: boolean): void {
  useEffect(() => {
    document.title = `${title} · ${PLAIN}`;
    return () => {
      document.title = PLAIN;
    };
  }, [title]);
  useEffect(() => {
    if (isNew && textId !== undefined) history.replaceState(history.state, "", hrefOf({ room: "text", id: textId }));
  }, [isNew, textId]);
}
