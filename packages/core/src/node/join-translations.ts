import type { Aligner } from "@stele/align";
import { doubtfulRows, type LongPolytext, type LongRow, rowTexts } from "@stele/formats";
import { type Bitext, createLongBitext, type LongBitext, type Passage, type Polytext, wholeTarget } from "@stele/model";
import { moved, type Window, windowPolytext } from "../window-polytext.ts";
import type { Home } from "./home.ts";
import { type Spools, withSpools } from "./spools.ts";

/** How translations are joined. */
export interface JoinOptions {
  /** Aligns both with each other; without it rows follow from the source alone. */
  readonly aligner?: Aligner;
  readonly signal?: AbortSignal;
}

/** Two translations in rows, to be gone through until `close`. */
export interface JoinedLong extends LongPolytext {
  close(): void;
}

/**
 * Two translations of one source that are too long to be held, as one run makes them: brought into rows passage by
 * passage, as `buildPolytext` does it with whole texts.
 */
export function joinTranslations(
  both: readonly [LongBitext, LongBitext],
  options: JoinOptions,
  home: Home,
): Promise<JoinedLong> {
  return withSpools(home.library(), async (spools) => {
    const stores = storesOf(both, spools);
    for (const windows of windowsOf(both)) stores.add(await windowPolytext(windows, options), windows);
    return stores.read();
  });
}

/** Passages of one run end at the same sentences of the source, whatever they are translated into. */
function* windowsOf([one, other]: readonly [LongBitext, LongBitext]): Generator<readonly [Window, Window]> {
  const others = other.passages[Symbol.iterator]();
  let from = 0;
  for (const passage of one.passages) {
    const next = others.next();
    if (next.done === true) return;
    const to = passage.beads.at(-1)?.source[1] ?? from;
    const source = [from, to] as const;
    yield [
      { bitext: one, passage, source },
      { bitext: other, passage: next.value, source },
    ];
    from = to;
  }
}

/** Passages with the beads that they now have, of either translation and between both, and rows. */
function storesOf([one, other]: readonly [LongBitext, LongBitext], spools: Spools) {
  const passages = [spools.open<Passage>(), spools.open<Passage>(), spools.open<Passage>()] as const;
  const rows = spools.open<readonly LongRow[]>();
  let length = 0;
  let isJoined = false;
  return {
    add(polytext: Polytext, windows: readonly [Window, Window]) {
      const [first, second, between] = polytext.pairs;
      const starts = startsOf(windows);
      const found = rowsOf(polytext, starts);
      passages[0].add(withBeads(windows[0].passage, first, [starts[0], starts[1]]));
      passages[1].add(withBeads(windows[1].passage, second, [starts[0], starts[2]]));
      passages[2].add({ ...withBeads(windows[1].passage, between, [starts[1], starts[2]]), pieces: [], marks: [] });
      rows.add(found);
      length += found.length;
      isJoined ||= between !== undefined;
    },
    read(): LongPolytext {
      const first = createLongBitext({ ...one, passages: passages[0] });
      const second = createLongBitext({ ...other, passages: passages[1] });
      const sides = { source: wholeTarget(first), target: second.target };
      const between = isJoined ? [createLongBitext({ ...sides, passages: passages[2] })] : [];
      return { bitexts: [first, second, ...between], rows: flat(rows), length };
    },
  };
}

/** The first sentence of a window in each of the sides. */
type Starts = readonly [number, number, number];

function startsOf([one, other]: readonly [Window, Window]): Starts {
  return [one.source[0], one.passage.first, other.passage.first];
}

function withBeads(passage: Passage, bitext: Bitext | undefined, [from, to]: readonly [number, number]): Passage {
  const beads = (bitext?.beads ?? []).map((bead) => ({
    ...bead,
    source: moved(bead.source, from),
    target: moved(bead.target, to),
  }));
  return { ...passage, beads };
}

function rowsOf(polytext: Polytext, starts: Starts): readonly LongRow[] {
  const doubtful = doubtfulRows(polytext);
  return polytext.rows.map(({ runs, score }, index) => ({
    runs: runs.map((run, side) => moved(run, starts[side] ?? 0)),
    score,
    text: rowTexts(polytext, runs),
    isDoubtful: doubtful.has(index),
  }));
}

function flat<T>(lists: Iterable<readonly T[]>): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      for (const list of lists) yield* list;
    },
  };
}
