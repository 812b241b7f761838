import type { FocusEvent, MouseEvent, PointerEvent } from "react";
import { lightOf } from "./counterparts.ts";
import type { Lamp } from "./lamp.ts";
import type { Place, Reading } from "./reading.ts";
import { sentenceId } from "./sentence.tsx";
import { setTabStop } from "./tab-stop.ts";
import { textOffsetAt } from "./text-offset.ts";

/** The sentence that an element belongs to. */
function placeOf(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const sentence = target.closest<HTMLElement>("[data-s]");
  const cell = sentence?.closest<HTMLElement>("[data-side]");
  if (sentence === null || sentence === undefined || cell === null || cell === undefined) return undefined;
  return { side: Number(cell.dataset.side), sentence: Number(sentence.dataset.s) };
}

const pointer = { x: Number.NaN, y: Number.NaN };

/** Remembers where the pointer is, so that text which moves under a resting pointer is not lit. */
export function followPointer(view: Window): void {
  const remember = ({ clientX, clientY }: { clientX: number; clientY: number }): void => {
    pointer.x = clientX;
    pointer.y = clientY;
  };
  view.addEventListener("pointermove", remember, { passive: true });
  view.addEventListener("pointerdown", remember, { passive: true });
}

function hasPointerMoved({ clientX, clientY }: PointerEvent): boolean {
  return clientX !== pointer.x || clientY !== pointer.y;
}

/** What the grid listens to, one handler for all its sentences: pointing lights, focusing and tapping pin. */
export function lightEvents(reading: Reading, lamp: Lamp, onWord: (place: Place, offset: number) => void) {
  const light = (target: EventTarget | null) => {
    const place = placeOf(target);
    return place && lightOf(reading, place);
  };
  let pressed: Place | undefined;
  return {
    /** Before the press moves the focus: what was pinned until now. */
    onPointerDownCapture: () => {
      pressed = lamp.pinned();
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType !== "touch" && hasPointerMoved(event)) lamp.point(light(event.target));
    },
    onFocus: (event: FocusEvent) => pin(lamp, light(event.target)),
    onClick: (event: MouseEvent) => {
      const lit = light(event.target);
      if (lit === undefined || !(document.getSelection()?.isCollapsed ?? true)) return;
      // The first tap lights a sentence, the second opens its words.
      if (wasPinned(pressed, lit)) onWord(lit, offsetIn(event));
      else focusPlace(lit);
    },
  };
}

function wasPinned(before: Place | undefined, now: Place): boolean {
  return before?.side === now.side && before.sentence === now.sentence;
}

function offsetIn(event: MouseEvent): number {
  const sentence = event.target instanceof Element ? event.target.closest("[data-s]") : null;
  return sentence === null ? 0 : textOffsetAt(sentence, event);
}

function pin(lamp: Lamp, lit: ReturnType<typeof lightOf>): void {
  if (lit === undefined) return;
  setTabStop(lit);
  lamp.pin(lit);
}

/** Puts the focus on a sentence, which lights it; scrolls only as far as needed. */
export function focusPlace(place: Place): void {
  document.getElementById(sentenceId(place.side, place.sentence))?.focus({ preventScroll: false });
}
