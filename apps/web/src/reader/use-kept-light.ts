import { useEffect, useRef } from "react";
import { lightOf } from "./counterparts.ts";
import type { Lamp } from "./lamp.ts";
import { focusPlace } from "./light-events.ts";
import type { Reading } from "./reading.ts";

/** After a correction the light falls on the same sentence of the changed text, as far as it is still there. */
export function useKeptLight(reading: Reading, lamp: Lamp, isCorrecting: boolean): void {
  const before = useRef(reading);
  useEffect(() => {
    if (before.current === reading) return;
    before.current = reading;
    const pinned = lamp.pinned();
    lamp.point(undefined);
    if (pinned === undefined) return;
    const last = (reading.polytext.sides[pinned.side]?.sentences.length ?? 1) - 1;
    const place = { side: pinned.side, sentence: Math.min(pinned.sentence, last) };
    lamp.pin(lightOf(reading, place));
    if (isCorrecting && document.querySelector("dialog[open]") === null) focusPlace(place);
  }, [reading, lamp, isCorrecting]);
}
