import type { Range } from "../api/nouns.ts";
import type { Place, Reading } from "./reading.ts";

const NOTHING: Range = [0, 0];

/**
 * The sentences of every side that say what the sentence at `place` says, one range a side (its own bead's for the
 * side itself). A pair that joins the two sides answers directly; otherwise the way leads over the first side.
 */
export function counterpartsOf(reading: Reading, place: Place): readonly Range[] {
  const own: Range = [place.sentence, place.sentence + 1];
  return reading.polytext.sides.map((_, side) => {
    if (side === place.side) return own;
    return (
      across(reading, own, { from: place.side, to: side }) ?? overFirst(reading, own, { from: place.side, to: side })
    );
  });
}

function overFirst(reading: Reading, range: Range, way: { from: number; to: number }): Range {
  const first = across(reading, range, { from: way.from, to: 0 });
  if (first === undefined || first[0] === first[1]) return NOTHING;
  return across(reading, first, { from: 0, to: way.to }) ?? NOTHING;
}

/** The range on side `to` that the pair of the two sides gives for `range`; undefined where no pair joins them. */
function across(reading: Reading, range: Range, way: { from: number; to: number }): Range | undefined {
  for (const [pairIndex, [source, target]] of reading.pairSides.entries()) {
    if (source === way.from && target === way.to) return through(reading, range, { pairIndex, isForward: true });
    if (source === way.to && target === way.from) return through(reading, range, { pairIndex, isForward: false });
  }
  return undefined;
}

function through(reading: Reading, range: Range, way: { pairIndex: number; isForward: boolean }): Range {
  const index = reading.beadOf[way.pairIndex]?.[way.isForward ? "source" : "target"];
  const beads = reading.polytext.pairs[way.pairIndex]?.beads ?? [];
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (let sentence = range[0]; sentence < range[1]; sentence += 1) {
    const bead = beads[index?.[sentence] ?? -1];
    const other = bead === undefined ? NOTHING : way.isForward ? bead.target : bead.source;
    if (other[0] === other[1]) continue;
    from = Math.min(from, other[0]);
    to = Math.max(to, other[1]);
  }
  return to === 0 ? NOTHING : [from, to];
}

/** What is lit: the row, the sentence that asks and its counterparts, a range a side. */
export interface Lit extends Place {
  readonly row: number;
  readonly ranges: readonly Range[];
}

const known = new WeakMap<Reading, Map<string, Lit>>();

/**
 * The light that a sentence throws; undefined for a place outside the text. The same place has the same light, so that
 * nothing which hangs on it is made anew while the pointer moves inside a sentence or leaves the one that was chosen.
 */
export function lightOf(reading: Reading, { side, sentence }: Place): Lit | undefined {
  const lights = known.get(reading) ?? new Map<string, Lit>();
  known.set(reading, lights);
  const key = `${side} ${sentence}`;
  const light = lights.get(key) ?? throwLight(reading, { side, sentence });
  if (light !== undefined) lights.set(key, light);
  return light;
}

function throwLight(reading: Reading, place: Place): Lit | undefined {
  const row = reading.rowOf[place.side]?.[place.sentence];
  return row === undefined || row < 0 ? undefined : { ...place, row, ranges: counterpartsOf(reading, place) };
}

/** Whether the light falls on a sentence. */
export function isLitAt(lit: Lit, place: Place): boolean {
  const range = lit.ranges[place.side];
  return range !== undefined && place.sentence >= range[0] && place.sentence < range[1];
}
