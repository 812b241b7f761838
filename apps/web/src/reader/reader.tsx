import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from "react";
import type { Polytext } from "../api/nouns.ts";
import { settings } from "../app/settings.ts";
import { useStore } from "../app/store.ts";
import type { CorrectKey, DockProps } from "../correct/use-correcting.ts";
import { bookmarkOf } from "./bookmark.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { Dock } from "./dock.tsx";
import { createLamp } from "./lamp.ts";
import { lightEvents } from "./light-events.ts";
import { type PanelName, Panels } from "./panels.tsx";
import { createReading } from "./reading.ts";
import { useSession } from "./session.ts";
import { Slices } from "./slices.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useColumnSelection } from "./use-column-selection.ts";
import { useCommands } from "./use-commands.ts";
import { useKeptLight } from "./use-kept-light.ts";
import { useNarrow } from "./use-narrow.ts";
import { usePosition } from "./use-position.ts";

/** What the reader opens. */
export interface ReaderProps {
  readonly id: string;
  readonly title: string;
  readonly polytext: Polytext;
  /** The row to open at; without it the place where one stopped. */
  readonly row?: number;
  /** What a text of the library can do and others cannot: be corrected. */
  readonly correction?: Pick<DockProps, "onChanged" | "onReload">;
}

/** The reading room proper: one text, its languages beside each other. */
export function Reader({ id, title, polytext, row, correction }: ReaderProps): ReactNode {
  const { size, width } = useStore(settings);
  const grid = useRef<HTMLTableElement>(null);
  const reading = useMemo(() => createReading(polytext), [polytext]);
  const [lamp] = useState(createLamp);
  const session = useSession(id, polytext.sides.length, useNarrow());
  const [start] = useState(() => Math.min(row ?? bookmarkOf(id), Math.max(0, polytext.rows.length - 1)));
  usePosition({ id, title, start, rows: polytext.rows.length, grid, layout: session.view });
  const correctKeys = useRef<CorrectKey>(null);
  useKeptLight(reading, lamp, session.view.isCorrecting);
  const [panel, setPanel] = useState<PanelName>();
  const perform = useCommands({
    reading,
    lamp,
    session,
    title,
    panel,
    setPanel,
    ...(correction === undefined ? {} : { correctKeys }),
  });
  const selection = useColumnSelection(reading, lamp);
  const { view } = session;
  return (
    <article
      className="reader"
      data-layout={view.layout}
      data-width={width}
      data-single={session.isSingle || undefined}
      style={sizeStyle(size, view.columns.length)}
    >
      <h1 className="aside">{title}</h1>
      <Toolbar reading={reading} session={session} perform={perform} isCorrectable={correction !== undefined} />
      <table
        ref={grid}
        aria-label={title}
        aria-rowcount={polytext.rows.length + 1}
        aria-colcount={view.columns.length}
        className="grid"
        {...lightEvents(reading, lamp)}
        {...selection}
      >
        <ColumnHeads reading={reading} session={session} />
        <Slices reading={reading} lamp={lamp} view={view} atOnce={start} />
      </table>
      <p className="endmark" aria-hidden="true" />
      <Dock
        reading={reading}
        lamp={lamp}
        session={session}
        correcting={correction && { ...correction, keys: correctKeys }}
      />
      <Panels name={panel} onClose={() => setPanel(undefined)} />
    </article>
  );
}

function sizeStyle(size: number, columns: number): CSSProperties {
  return { "--size": String(1.08 ** size), "--columns": String(columns) } as CSSProperties;
}
