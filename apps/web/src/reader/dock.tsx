import { lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef, useState } from "react";
import type { DockProps } from "../correct/use-correcting.ts";
import { Sheet } from "./sheet.tsx";

const CorrectDock = lazy(() => import("../correct/correct-dock.tsx"));
const Doubt = lazy(() => import("../correct/doubt.tsx"));

/** What stands at the lower edge. Without `correcting` the text cannot be corrected: it lies in no library. */
export interface ReaderDockProps extends Pick<DockProps, "reading" | "lamp" | "session"> {
  readonly correcting: Pick<DockProps, "onChanged" | "onReload" | "keys"> | undefined;
}

/** The lower edge of the reader: counterparts on a narrow window, reasons of doubt, the correction mode. */
export function Dock({ reading, lamp, session, correcting }: ReaderDockProps): ReactNode {
  const { isCorrecting } = session.view;
  // Once opened the correction mode keeps its undo list, also while it is switched off.
  const [wasOpened, setOpened] = useState(false);
  if (isCorrecting && !wasOpened) setOpened(true);
  const dock = useRef<HTMLDivElement>(null);
  useRoomForDock(dock);
  return (
    <div className="dock" ref={dock}>
      {session.isSingle && <Sheet reading={reading} lamp={lamp} columns={session.columns} />}
      <Suspense>
        {correcting !== undefined && reading.lowRows.size > 0 && <Doubt reading={reading} lamp={lamp} />}
        {correcting !== undefined && (isCorrecting || wasOpened) && (
          <div hidden={!isCorrecting}>
            <CorrectDock reading={reading} lamp={lamp} session={session} {...correcting} />
          </div>
        )}
      </Suspense>
    </div>
  );
}

/** Keeps the dock from lying over the sentence that has the focus, however high the dock grows. */
function useRoomForDock(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current;
    if (element === null) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      root.style.setProperty("--dock", `${element.offsetHeight}px`);
      document.activeElement?.closest(".s")?.scrollIntoView({ block: "nearest", behavior: "instant" });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--dock");
    };
  }, [dock]);
}
