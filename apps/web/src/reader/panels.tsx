import type { ReactNode } from "react";
import { HelpPanel } from "./help-panel.tsx";

/** What can lie over the reader. */
export type PanelName = "help";

/** The open panel, if one is. */
export function Panels({ name, onClose }: { name: PanelName | undefined; onClose: () => void }): ReactNode {
  return name === "help" ? <HelpPanel onClose={onClose} /> : null;
}
