import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Polytext } from "../api/nouns.ts";
import { settings } from "../app/settings.ts";
import { useStore } from "../app/store.ts";
import { useText } from "../app/use-text.ts";
import type { CorrectKey, DockProps } from "../correct/use-correcting.ts";
import { libraryExports, tabExports } from "../export/export-source.ts";
import { refreshMarkedWords } from "../study/marked-words.ts";
import { bookmarkOf } from "./bookmark.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { Dock } from "./dock.tsx";
import { createLamp } from "./lamp.ts";
import { focusPlace, lightEvents } from "./light-events.ts";
import { type Panel, Panels } from "./panels.tsx";
import { createReading, type Place, type Reading, rowOfNamed } from "./reading.ts";
import { scrollToRow } from "./scrolling.ts";
import { useSession } from "./session.ts";
import { Slices } from "./slices.tsx";
import { placeOfRow } from "./steps.ts";
import { useTabStop } from "./tab-stop.ts";
import { Toolbar } from "./toolbar.tsx";
import { useColumnSelection } from "./use-column-selection.ts";
import { useCommands } from "./use-commands.ts";
import { useDarkOutside } from "./use-dark-outside.ts";
import { useFirstLight, useKeptLight, useShownLight } from "./use-kept-light.ts";
import { useNarrow } from "./use-narrow.ts";
import { usePageName } from "./use-page-name.ts";
import { usePosition } from "./use-position.ts";

/** What the reader opens. */
export interface ReaderProps {
  readonly id: string;
  readonly title: string;
  readonly polytext: Polytext;
  /** The row to open at; without it the place where one stopped. */
  readonly row?: number;
  /** The bead to open at, which is then lit. */
  readonly bead?: { readonly bitext: string; readonly index: number };
  /** Whether the choice of engines opens at once. */
  readonly opensTranslation?: boolean;
  /** What a text of the library can do and others cannot: be corrected. */
  readonly correction?: Pick<DockProps, "onChanged" | "onReload">;
}

/** The reading room proper: one text, its languages beside each other. */
export function Reader(props: ReaderProps): ReactNode {
  const { title, correction, opensTranslation = false } = props;
  const { t } = useText();
  const { size, width } = useStore(settings);
  const opened = useOpened(props);
  const { reading, lamp, session, textId } = opened;
  usePageName(title, textId, opensTranslation);
  const correctKeys = useRef<CorrectKey>(null);
  const [panel, setPanel] = useState<Panel | undefined>(() => (opensTranslation ? { name: "translate" } : undefined));
  const context = { reading, lamp, session, title, textId, t, panel, setPanel };
  const perform = useCommands({ ...context, ...(correction === undefined ? {} : { correctKeys }) });
  const { view, isSingle } = session;
  return (
    <article
      className="reader"
      data-layout={view.layout}
      data-width={width}
      data-single={isSingle || undefined}
      style={sizeStyle(size, view.columns.length)}
    >
      <h1 className="aside">{title}</h1>
      <Toolbar reading={reading} session={session} perform={perform} isCorrectable={correction !== undefined} />
      <TextTable {...opened} title={title} onWord={(place, offset) => setPanel({ name: "word", place, offset })} />
      <p className="endmark" aria-hidden="true" />
      <Dock {...{ reading, lamp, session }} correcting={correction && { ...correction, keys: correctKeys }} />
      <Panels
        {...{ panel, reading, textId, exports: opened.exports, onReload: correction?.onReload }}
        onRow={goToRow(reading)}
        onClose={() => setPanel(undefined)}
      />
    </article>
  );
}

/** A text that is open: made once, kept through corrections. */
function useOpened({ id, title, polytext, row, bead, correction }: ReaderProps) {
  const textId = correction === undefined ? undefined : id;
  const grid = useRef<HTMLTableElement>(null);
  const reading = useMemo(() => createReading(polytext), [polytext]);
  const [lamp] = useState(createLamp);
  const languages = polytext.sides.map(({ article }) => article.language);
  const session = useSession(id, languages, useNarrow());
  const [start] = useState(() => startRow(reading, row ?? (bead && rowOfNamed(reading, bead)) ?? bookmarkOf(id)));
  useFirstLight(reading, lamp, row === undefined && bead === undefined ? undefined : start);
  usePosition({ id, title, start, rows: polytext.rows.length, grid, layout: session.view });
  useKeptLight(reading, lamp, session.view.isCorrecting);
  useShownLight(reading, lamp, session.view.columns);
  useTabStop(reading, lamp, { start, view: session.view });
  useEffect(() => {
    if (textId !== undefined) void refreshMarkedWords();
  }, [textId]);
  const exports = useMemo(
    () => (textId === undefined ? tabExports(polytext, title) : libraryExports(textId)),
    [textId, polytext, title],
  );
  return { textId, grid, reading, lamp, session, start, exports };
}

interface TextTableProps extends ReturnType<typeof useOpened> {
  readonly title: string;
  readonly onWord: (place: Place, offset: number) => void;
}

/** The text as a table: a column a language, a row a bead of all of them. */
function TextTable({ grid, reading, lamp, session, start, title, onWord }: TextTableProps): ReactNode {
  const word = useRef(onWord);
  word.current = onWord;
  const lights = useMemo(
    () => lightEvents(reading, lamp, (place, offset) => word.current(place, offset)),
    [reading, lamp],
  );
  useDarkOutside(grid, lamp);
  const selection = useColumnSelection(reading, lamp);
  const { view } = session;
  return (
    <table
      ref={grid}
      aria-label={title}
      aria-rowcount={reading.polytext.rows.length + 1}
      aria-colcount={view.columns.length}
      className="grid"
      {...lights}
      {...selection}
    >
      <ColumnHeads reading={reading} session={session} />
      <Slices reading={reading} lamp={lamp} view={view} atOnce={start} />
    </table>
  );
}

function goToRow(reading: Reading): (row: number) => void {
  return (row) => {
    scrollToRow(row);
    const place = placeOfRow(reading, row, 0);
    if (place !== undefined) requestAnimationFrame(() => focusPlace(place));
  };
}

function startRow(reading: Reading, row: number): number {
  return Math.min(row, Math.max(0, reading.polytext.rows.length - 1));
}

function sizeStyle(size: number, columns: number): CSSProperties {
  return { "--size": String(1.08 ** size), "--columns": String(columns) } as CSSProperties;
}
