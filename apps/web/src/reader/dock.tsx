import { lazy, type ReactNode, Suspense, useState } from "react";
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
  return (
    <div className="dock">
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
