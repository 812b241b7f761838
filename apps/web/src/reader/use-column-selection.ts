import type { ClipboardEvent, PointerEvent } from "react";
import type { Lamp } from "./lamp.ts";
import { type Reading, readSentence } from "./reading.ts";

/** Selecting stays within the column where it began; copying without a selection takes the lit sentence of its side. */
export function useColumnSelection(reading: Reading, lamp: Lamp) {
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const side = sideAt(event);
      if (side !== undefined) event.currentTarget.dataset.selecting = side;
    },
    onCopy: (event: ClipboardEvent) => {
      const lit = lamp.lit();
      if (lit === undefined || !(document.getSelection()?.isCollapsed ?? true)) return;
      const sentence = readSentence(reading, lit);
      if (sentence === undefined) return;
      event.clipboardData.setData("text/plain", sentence.text);
      event.preventDefault();
    },
  };
}

/** The column under the pointer, also below a cell that is shorter than its row and between two rows. */
function sideAt({ target, currentTarget, clientX }: PointerEvent<HTMLElement>): string | undefined {
  if (!(target instanceof Element)) return undefined;
  const own = target.closest<HTMLElement>("[data-side]");
  const cells = (target.closest(".row") ?? currentTarget).querySelectorAll<HTMLElement>(".cell[data-side]");
  const isUnder = (cell: HTMLElement): boolean => {
    const { left, right } = cell.getBoundingClientRect();
    return left <= clientX && clientX < right;
  };
  return (own ?? [...cells].find(isUnder))?.dataset.side;
}
