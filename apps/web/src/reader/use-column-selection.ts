import type { ClipboardEvent, PointerEvent } from "react";
import type { Lamp } from "./lamp.ts";
import { type Reading, readSentence } from "./reading.ts";

/** Selecting stays within the column where it began; copying without a selection takes the lit sentence of its side. */
export function useColumnSelection(reading: Reading, lamp: Lamp) {
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const side = event.target instanceof Element && event.target.closest<HTMLElement>("[data-side]")?.dataset.side;
      if (side) event.currentTarget.dataset.selecting = side;
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
