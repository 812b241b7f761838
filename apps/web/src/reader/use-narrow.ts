import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 640px)";

/** Whether the window is too narrow for two columns: a phone, or a window pushed together. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(NARROW).matches,
  );
}
