import type { Range } from "@stele/model";
import { type AnchorWorth, countOne, markShared, rarity, type SideAnchors, sumShared } from "./anchors/share.ts";
import { type Band, bandAround, type Step, wholeBand } from "./lattice/band.ts";
import { sliceBlocks } from "./lattice/block-marks.ts";
import { coarsePath } from "./lattice/coarse-path.ts";
import { shareOfLines, sliceFacts } from "./lattice/facts.ts";
import type { Evidence, SharedAnchors } from "./lattice/features.ts";
import { LONGEST_RUN } from "./lattice/shapes.ts";
import { type Cells, cellsOf } from "./meaning/cells.ts";
import type { Lexicon } from "./meaning/lexicon.ts";
import { compareSums, type SentenceSums, sumWords } from "./meaning/likeness.ts";
import { BLOCK, emptyGains, fillGains, type Gains, type ReadSide } from "./meaning/measure-gains.ts";
import { sliceSide } from "./meaning/side-tokens.ts";
import { inTurns, type Pace, partOf, turnsOf } from "./pace.ts";
import type { ReadText, ReadTexts } from "./read-texts.ts";
import { runningVectors } from "./running-vectors.ts";

/** A stretch of both texts in which every division is still open. */
export interface Stretch {
  readonly source: Range;
  readonly target: Range;
}

/** Up to this many pairs of sentences the whole table is searched. */
const WHOLE_TABLE = 4_900;
/** Places on either side of the coarse path, and of the first pass's path. */
const FIRST_HALF_WIDTH = 8;

/** The parts of both texts that lie in a stretch, with what every pass needs of them. */
export interface ReadStretch {
  readonly texts: ReadTexts;
  /** Undefined without vectors. */
  readonly sums: { readonly source: SentenceSums; readonly target: SentenceSums } | undefined;
}

/** Reads a stretch once for all passes. */
export async function readStretch(whole: ReadTexts, stretch: Stretch, pace: Pace): Promise<ReadStretch> {
  const texts = { source: sliceText(whole.source, stretch.source), target: sliceText(whole.target, stretch.target) };
  const [source, target] = [texts.source.words, texts.target.words];
  if (source === undefined || target === undefined) return { texts, sums: undefined };
  const sums = {
    source: await sumWords(source, partOf(pace, [0, 0.5])),
    target: await sumWords(target, partOf(pace, [0.5, 1])),
  };
  return { texts, sums };
}

/** The same runs, counted from the beginning of the whole texts. */
export function shift<T extends { readonly source: Step; readonly target: Step }>(
  bead: T,
  { source, target }: Stretch,
): T {
  return {
    ...bead,
    source: [bead.source[0] + source[0], bead.source[1] + source[0]],
    target: [bead.target[0] + target[0], bead.target[1] + target[0]],
  };
}

function sliceText(text: ReadText, [from, to]: Range): ReadText {
  if (from === 0 && to === text.count) return text;
  return {
    count: to - from,
    facts: sliceFacts(text.facts, from, to),
    names: text.names.slice(from, to),
    readings: text.readings.slice(from, to),
    sounds: text.sounds.slice(from, to),
    words: text.words === undefined ? undefined : { ...text.words, side: sliceSide(text.words.side, from, to) },
    blocks: text.blocks === undefined ? undefined : sliceBlocks(text.blocks, from, to),
  };
}

/** Where the first pass looks: everywhere in a short stretch, around a coarse path in a long one. */
export async function firstBand(texts: ReadTexts, pace: Pace): Promise<Band> {
  const ends: Step = [texts.source.count, texts.target.count];
  if (ends[0] * ends[1] <= WHOLE_TABLE || Math.min(...ends) === 0) return wholeBand(...ends);
  const source = await runningVectors(texts.source, partOf(pace, [0, 0.1]));
  const target = await runningVectors(texts.target, partOf(pace, [0.1, 0.2]));
  const path = await coarsePath({ source, target }, partOf(pace, [0.2, 1]));
  return bandAround(path, ends, FIRST_HALF_WIDTH);
}

/** Gathers the evidence for all pairs of sentences that the band needs. */
export async function gatherEvidence(
  { texts, sums }: ReadStretch,
  band: Band,
  { lexicon, pace }: { readonly lexicon: Lexicon | undefined; readonly pace: Pace },
): Promise<Evidence> {
  const { source, target } = texts;
  const cells = cellsOf(band, target.count, LONGEST_RUN);
  const gains = await measure(texts, cells, { lexicon, pace: partOf(pace, [0, 0.9]) });
  const likeness = sums === undefined ? undefined : await compareSums(sums, cells, partOf(pace, [0.9, 0.95]));
  return {
    source: source.facts,
    target: target.facts,
    lines: shareOfLines(source.facts, target.facts),
    cells,
    gains,
    likeness,
    shared: await shareAnchors(texts, cells, partOf(pace, [0.95, 1])),
    blocks:
      source.blocks === undefined || target.blocks === undefined
        ? undefined
        : { source: source.blocks, target: target.blocks },
  };
}

async function shareAnchors({ source, target }: ReadTexts, cells: Cells, pace: Pace): Promise<SharedAnchors> {
  const sum = async (read: (text: ReadText) => SideAnchors, worth: AnchorWorth): Promise<Float32Array> => {
    const shared = sumShared({ source: read(source), target: read(target) }, cells, worth);
    await pace.step(0);
    return shared;
  };
  const sums = {
    figures: await sum(({ facts }) => facts.figureSets, countOne),
    dates: await sum(({ facts }) => facts.dateSets, countOne),
    readings: await sum(({ readings }) => readings, rarity),
    sounds: await sum(({ sounds }) => sounds, rarity),
    names: await sum(({ names }) => names, rarity),
  };
  return { ...sums, held: markShared(Object.values(sums)) };
}

async function measure(
  texts: ReadTexts,
  cells: Cells,
  { lexicon, pace }: { readonly lexicon: Lexicon | undefined; readonly pace: Pace },
): Promise<Gains | undefined> {
  const source: ReadSide | undefined = texts.source.words;
  const target: ReadSide | undefined = texts.target.words;
  if (source === undefined || target === undefined) return undefined;
  const pair = lexicon === undefined ? { source, target } : { source, target, lexicon };
  const gains = emptyGains(cells);
  await inTurns(turnsOf(texts.source.count, BLOCK), pace, (rows) => fillGains(pair, gains, rows));
  return gains;
}
