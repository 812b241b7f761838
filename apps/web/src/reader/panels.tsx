import type { ReactNode } from "react";
import { Dialog } from "../app/dialog.tsx";
import { type FailedProps, late } from "../app/late.tsx";
import { Notice } from "../app/notice.tsx";
import type { ExportSource } from "../export/export-source.ts";
import type { Place, Reading } from "./reading.ts";

const load = {
  help: () => import("./help-panel.tsx"),
  map: () => import("../map/map-panel.tsx"),
  export: () => import("../export/export-panel.tsx"),
  aids: () => import("../aids/aids-panel.tsx"),
  translate: () => import("../translate/translate-panel.tsx"),
  word: () => import("../study/word-panel.tsx"),
};
const HelpPanel = late(load.help, { Failed });
const MapPanel = late(load.map, { Failed });
const ExportPanel = late(load.export, { Failed });
const AidsPanel = late(load.aids, { Failed });
const TranslatePanel = late(load.translate, { Failed });
const WordPanel = late(load.word, { Failed });

function Failed({ failure, onRetry, onClose }: FailedProps & { onClose: () => void }): ReactNode {
  return (
    <Dialog title="Stele" onClose={onClose}>
      <Notice failure={failure} onRetry={onRetry} />
    </Dialog>
  );
}

/** Loads every panel, so that each opens without the server later. */
export function loadPanels(): void {
  for (const one of Object.values(load)) one().catch(() => undefined);
}

/** What can lie over the reader. */
export type Panel =
  | { readonly name: "help" | "map" | "export" | "aids" | "translate" }
  /** The words of a sentence, opened at an offset into its text. */
  | { readonly name: "word"; readonly place: Place; readonly offset: number };

/** What the panels show and where they lead. */
export interface PanelsProps {
  readonly panel: Panel | undefined;
  readonly reading: Reading;
  readonly exports: ExportSource;
  /** The text's id in the library; undefined where it lies in none. */
  readonly textId: string | undefined;
  /** Loads the text anew; undefined where it lies in no library. */
  readonly onReload: (() => void) | undefined;
  readonly onRow: (row: number) => void;
  readonly onClose: () => void;
}

function after(...steps: readonly ((() => void) | undefined)[]): void {
  for (const step of steps) step?.();
}

/** The open panel, if one is. */
export function Panels(props: PanelsProps): ReactNode {
  return props.panel === undefined ? null : <OpenPanel {...props} panel={props.panel} />;
}

function OpenPanel({
  panel,
  reading,
  exports,
  textId,
  onReload,
  onRow,
  onClose,
}: PanelsProps & { panel: Panel }): ReactNode {
  const leave = (row: number): void => {
    onClose();
    onRow(row);
  };
  switch (panel.name) {
    case "help":
      return <HelpPanel onClose={onClose} />;
    case "map":
      return <MapPanel reading={reading} onRow={leave} onClose={onClose} />;
    case "export":
      return <ExportPanel source={exports} onClose={onClose} />;
    case "aids":
      return <AidsPanel reading={reading} onClose={onClose} />;
    case "translate":
      return textId === undefined ? null : (
        <TranslatePanel reading={reading} textId={textId} onClose={onClose} onDone={() => after(onClose, onReload)} />
      );
    case "word":
      return (
        <WordPanel reading={reading} place={panel.place} offset={panel.offset} textId={textId} onClose={onClose} />
      );
  }
}
