import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { leaveBookmark } from "./bookmark.ts";
import type { ReaderView } from "./reader-view.ts";
import { scrollToRow, topRow } from "./scrolling.ts";

const REST_MS = 250;
const OWN_SCROLL_MS = 400;
/** Rows that come into view in a new layout get their real heights only then, and move what stands below. */
const SETTLE_MS = 200;

/** What the place is kept for. */
export interface PositionOptions {
  readonly id: string;
  readonly title: string;
  readonly rows: number;
  /** The row to open at. */
  readonly start: number;
  readonly grid: RefObject<HTMLElement | null>;
  /** Whatever changes the heights of rows; the place stays through its changes. */
  readonly layout: ReaderView;
}

/** Keeps the place in the text: through changes of layout, and from visit to visit. */
export function usePosition({ id, title, rows, start, grid, layout }: PositionOptions): void {
  const row = useRef(start);
  const ownScroll = useRef(Number.NEGATIVE_INFINITY);
  const shape = `${layout.layout} ${layout.columns.join(",")} ${layout.aids.join(",")}`;
  useLayoutEffect(() => {
    if (row.current === 0) return;
    const place = (): void => {
      ownScroll.current = performance.now();
      scrollToRow(row.current);
    };
    place();
    const again = setTimeout(place, SETTLE_MS);
    return () => clearTimeout(again);
  }, [shape]);
  useEffect(() => {
    leaveBookmark({ id, title, rows, row: row.current });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = (): void => {
      const top = grid.current === null ? undefined : topRow(grid.current);
      if (top === undefined) return;
      row.current = top;
      leaveBookmark({ id, title, rows, row: top });
    };
    const onScroll = (): void => {
      // Our own scrolling to the place does not move it.
      if (performance.now() - ownScroll.current < OWN_SCROLL_MS) return;
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", onScroll);
    };
  }, [id, title, rows, grid]);
}
