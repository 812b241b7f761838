import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { late } from "../app/late.tsx";
import type { DockProps } from "../correct/use-correcting.ts";
import { sentenceId } from "./sentence.tsx";
import { Sheet } from "./sheet.tsx";

const load = { correct: () => import("../correct/correct-dock.tsx"), doubt: () => import("../correct/doubt.tsx") };
const CorrectDock = late(load.correct);
const Doubt = late(load.doubt);

/** Loads what the lower edge may show, so that it opens without the server later. */
export function loadDock(): void {
  for (const one of Object.values(load)) one().catch(() => undefined);
}

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
  useRoomForDock(dock, lamp);
  return (
    <div className="dock" ref={dock}>
      {session.isSingle && <Sheet reading={reading} lamp={lamp} view={session.view} />}
      {correcting !== undefined && reading.lowRows.size > 0 && <Doubt reading={reading} lamp={lamp} />}
      {correcting !== undefined && (isCorrecting || wasOpened) && (
        <div hidden={!isCorrecting}>
          <CorrectDock reading={reading} lamp={lamp} session={session} {...correcting} />
        </div>
      )}
    </div>
  );
}

/** Keeps the dock from lying over the sentence that was chosen, however high the dock grows. */
function useRoomForDock(dock: RefObject<HTMLElement | null>, lamp: DockProps["lamp"]): void {
  useEffect(() => {
    const element = dock.current;
    if (element === null) return;
    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      root.style.setProperty("--dock", `${element.offsetHeight}px`);
      const pinned = lamp.pinned();
      const chosen = pinned && document.getElementById(sentenceId(pinned.side, pinned.sentence));
      chosen?.scrollIntoView({ block: "nearest", behavior: "instant" });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty("--dock");
    };
  }, [dock, lamp]);
}
