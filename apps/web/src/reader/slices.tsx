import { memo, type ReactNode, useEffect, useRef, useState } from "react";
import { useNear } from "../aids/use-near.ts";
import { estimateRem } from "./estimate-height.ts";
import type { Lamp } from "./lamp.ts";
import type { ReaderView } from "./reader-view.ts";
import type { Reading } from "./reading.ts";
import { RowView } from "./row.tsx";

/** Rows a slice: small enough that mounting one stays far under 50 ms. */
const SLICE_ROWS = 40;
/** Between two slices the browser gets its turn. */
const PAUSE_MS = 4;

/** What the rows need. */
export interface SlicesProps {
  readonly reading: Reading;
  readonly lamp: Lamp;
  readonly view: ReaderView;
  /** Rows up to this one are there at once: where the reader left off. */
  readonly atOnce: number;
}

/** Every row of the text, appended slice by slice while the browser is idle; none is ever taken out again. */
export function Slices({ reading, lamp, view, atOnce }: SlicesProps): ReactNode {
  const count = Math.ceil(reading.polytext.rows.length / SLICE_ROWS);
  const [shown, setShown] = useState(Math.min(count, Math.floor(atOnce / SLICE_ROWS) + 2));
  useEffect(() => {
    if (shown >= count) return;
    // One slice a task: the page stays quick to the touch meanwhile.
    const handle = setTimeout(() => setShown(shown + 1), PAUSE_MS);
    return () => clearTimeout(handle);
  }, [shown, count]);
  return Array.from({ length: Math.min(shown, count) }, (_, slice) => (
    <Slice key={slice * SLICE_ROWS} reading={reading} lamp={lamp} view={view} from={slice * SLICE_ROWS} />
  ));
}

const Slice = memo(function Slice(props: Omit<SlicesProps, "atOnce"> & { from: number }): ReactNode {
  const { reading, lamp, view, from } = props;
  const element = useRef<HTMLTableSectionElement>(null);
  const isNear = useNear(element, view.studied || view.aids.length > 0);
  const length = Math.min(SLICE_ROWS, reading.polytext.rows.length - from);
  return (
    <tbody
      ref={element}
      className="slice"
      style={{ containIntrinsicBlockSize: `auto ${estimateRem(reading, from, length)}rem` }}
    >
      {Array.from({ length }, (_, at) => (
        <RowView key={from + at} reading={reading} lamp={lamp} index={from + at} view={view} isNear={isNear} />
      ))}
    </tbody>
  );
});
