import { memo, type PointerEvent, type ReactNode, useMemo, useState } from "react";
import { useHanja } from "../aids/use-hanja.ts";
import { useStore } from "../app/store.ts";
import { markedWords, NO_MARKED_WORDS } from "../study/marked-words.ts";
import { CellView } from "./cell.tsx";
import { type Differences, differencesOf } from "./differences.ts";
import { type Lamp, useLight } from "./lamp.ts";
import type { ReaderView } from "./reader-view.ts";
import { type Reading, readRow } from "./reading.ts";
import { useWordMarks } from "./use-word-marks.ts";

/** What a row needs besides its number. */
export interface RowProps {
  readonly reading: Reading;
  readonly lamp: Lamp;
  readonly index: number;
  readonly view: ReaderView;
  /** Whether it has come near the window: only then readings and marked words are worth their work. */
  readonly isNear: boolean;
}

const NO_AIDS = [] as const;
const NO_DIFFERENCES: Differences = new Map();

/** One row of the text; it renders again only when its own light changes or the view does. */
export const RowView = memo(function RowView({ reading, lamp, index, view, isNear }: RowProps): ReactNode {
  const light = useLight(lamp, index);
  const row = useMemo(() => readRow(reading, index), [reading, index]);
  const differences = useMemo(
    () => (row === undefined ? NO_DIFFERENCES : differencesOf(row, view.columns)),
    [row, view.columns],
  );
  const wantsHanja = view.aids.includes("hanja");
  const marks = useWordMarks(reading, light, view.words || wantsHanja ? view.linked : undefined);
  const hanja = useHanja(row, marks, wantsHanja);
  const aids = isNear ? view.aids : NO_AIDS;
  const words = useStore(isNear && view.studied ? markedWords : NO_MARKED_WORDS);
  const [group, setGroup] = useState<number>();
  if (row === undefined) return null;
  return (
    <tr
      id={`row-${index}`}
      aria-rowindex={index + 2}
      className="row"
      data-row={index}
      data-opens={row.opensBlock || undefined}
      data-low={row.isLow || undefined}
      data-approved={row.isApproved || undefined}
      data-lit={light !== undefined || undefined}
      {...(marks.size === 0 ? {} : { onPointerOver: (event: PointerEvent) => setGroup(groupAt(event.target)) })}
      onPointerLeave={() => setGroup(undefined)}
    >
      {view.columns.map((side) => {
        const cell = row.cells[side];
        return (
          cell && <CellView key={side} {...{ cell, row, light, view, marks, group, hanja, aids, differences, words }} />
        );
      })}
    </tr>
  );
});

/** The group of linked words that an event is on. */
export function groupAt(target: EventTarget): number | undefined {
  const word = target instanceof Element ? target.closest<HTMLElement>("[data-w]") : null;
  return word === null ? undefined : Number(word.dataset.w);
}
