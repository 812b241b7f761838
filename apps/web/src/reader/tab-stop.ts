import { useLayoutEffect } from "react";
import type { Lamp } from "./lamp.ts";
import type { ReaderView } from "./reader-view.ts";
import type { Place, Reading } from "./reading.ts";
import { sentenceId } from "./sentence.tsx";
import { placeOfRow } from "./steps.ts";

/**
 * The sentence at `wanted`, or at the end of its side where that has become shorter; where its column is away, the next
 * one from its row on that stands in one of the columns.
 */
function nearestIn(reading: Reading, wanted: Place, columns: readonly number[]): Place | undefined {
  const last = (reading.polytext.sides[wanted.side]?.sentences.length ?? 0) - 1;
  const there = { ...wanted, sentence: Math.min(wanted.sentence, last) };
  if (columns.includes(wanted.side) && last >= 0) return there;
  const from = reading.rowOf[there.side]?.[there.sentence] ?? 0;
  for (const { runs } of reading.polytext.rows.slice(Math.max(0, from))) {
    for (const side of columns) {
      const [first, end] = runs[side] ?? [0, 0];
      if (first < end) return { side, sentence: first };
    }
  }
  return undefined;
}

/** Makes a sentence the one that Tab reaches; all others are reached from it by the arrows. */
export function setTabStop(place: Place): void {
  for (const other of document.querySelectorAll('[data-s][tabindex="0"]')) other.setAttribute("tabindex", "-1");
  document.getElementById(sentenceId(place.side, place.sentence))?.setAttribute("tabindex", "0");
}

/** Keeps one sentence of the text within reach of Tab: the last that was lit, else that of the row where one starts. */
export function useTabStop(reading: Reading, lamp: Lamp, { start, view }: { start: number; view: ReaderView }): void {
  const { columns, covered } = view;
  useLayoutEffect(() => {
    const wanted = lamp.pinned() ?? placeOfRow(reading, start, columns[0] ?? 0);
    const open = columns.filter((side) => !covered.has(side));
    const stop = wanted && nearestIn(reading, wanted, open);
    if (stop !== undefined) setTabStop(stop);
  }, [reading, lamp, start, columns, covered]);
}
