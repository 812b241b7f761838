import { type RefObject, useEffect } from "react";
import type { Lamp } from "./lamp.ts";

/**
 * Puts the pointer's light out once the pointer is elsewhere. Asked of the whole document: a word that renders again
 * under the pointer is gone before the pointer leaves it, and then no leave is told.
 */
export function useDarkOutside(grid: RefObject<HTMLElement | null>, lamp: Lamp): void {
  useEffect(() => {
    const enter = ({ target }: PointerEvent): void => {
      if (target instanceof Node && grid.current?.contains(target) !== true) lamp.point(undefined);
    };
    const leavePage = (): void => lamp.point(undefined);
    document.addEventListener("pointerover", enter);
    document.documentElement.addEventListener("pointerleave", leavePage);
    return () => {
      document.removeEventListener("pointerover", enter);
      document.documentElement.removeEventListener("pointerleave", leavePage);
    };
  }, [grid, lamp]);
}
