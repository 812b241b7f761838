import { useEffect, useRef } from "react";
import { lightOf } from "./counterparts.ts";
import type { Lamp } from "./lamp.ts";
import { focusPlace } from "./light-events.ts";
import type { Reading } from "./reading.ts";
import { placeOfRow } from "./steps.ts";

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

/** Lights a row from the beginning: the place that a link led to. */
export function useFirstLight(reading: Reading, lamp: Lamp, row: number | undefined): void {
  const first = useRef(row);
  useEffect(() => {
    const place = first.current === undefined ? undefined : placeOfRow(reading, first.current, 0);
    first.current = undefined;
    if (place !== undefined) lamp.pin(lightOf(reading, place));
  }, [reading, lamp]);
}

/**
 * When the lit side is put away, or on a narrow window another one comes, the light goes on to its counterpart there.
 */
export function useShownLight(reading: Reading, lamp: Lamp, columns: readonly number[]): void {
  useEffect(() => {
    const isGone = (side: number | undefined): boolean => side !== undefined && !columns.includes(side);
    // What the pointer was on is no longer under it.
    if (isGone(lamp.lit()?.side)) lamp.point(undefined);
    const pinned = lamp.pinned();
    if (pinned === undefined || !isGone(pinned.side)) return;
    const place = placeOfRow(reading, pinned.row, columns[0] ?? 0);
    if (place !== undefined && columns.includes(place.side)) lamp.pin(lightOf(reading, place));
  }, [reading, lamp, columns]);
}
