import { type Cells, cellAt } from "../meaning/cells.ts";
import type { Likeness } from "../meaning/likeness.ts";
import type { Gains } from "../meaning/measure-gains.ts";
import { type BlockMarks, PROSE } from "./block-marks.ts";
import type { Facts } from "./facts.ts";
import { AT } from "./feature-names.ts";
import { type Habits, lengthSquare, USUAL_DEVIATION, USUAL_SIZE } from "./habits.ts";
import { LONGEST_RUN, SHAPES, type ShapeKind } from "./shapes.ts";

/** Common figures, months and weekdays, readings of Han characters, Latin names, and names that sound alike, a number a pair of sentences. */
export interface SharedAnchors {
  readonly figures: Float32Array;
  readonly dates: Float32Array;
  readonly readings: Float32Array;
  readonly names: Float32Array;
  readonly sounds: Float32Array;
  /** 1 where any of them is: most pairs share nothing. */
  readonly held: Uint8Array;
}

/** Everything that the beads of one stretch of text are judged from. */
export interface Evidence {
  readonly source: Facts;
  readonly target: Facts;
  /** How much the text is one of lines, from 0 to 1. */
  readonly lines: number;
  readonly cells: Cells;
  /** Undefined without vectors. */
  readonly gains: Gains | undefined;
  /** Undefined without vectors. */
  readonly likeness: Likeness | undefined;
  /** What is common to each pair of sentences in `cells`. */
  readonly shared: SharedAnchors;
  /** Undefined where the texts have no blocks. */
  readonly blocks: { readonly source: BlockMarks; readonly target: BlockMarks } | undefined;
}

const CONSTANTS = SHAPES.map(({ source, target }) => {
  if (source === 0 || target === 0) return AT.oneSided;
  const size = source + target;
  if (size === 2) return AT.equal;
  if (size === 3) return AT.double;
  if (source === 2 && target === 2) return AT.twoTwo;
  if (size === 4) return AT.triple;
  return source > 1 && target > 1 ? AT.twoThree : AT.larger;
});

/** From this share on a text is one of lines. */
const MOSTLY_LINES = 0.5;
const MOST_QUOTATIONS = 3;
const READINGS_UNIT = 4;

/** A bead by its end and its shape: the search reuses one object, so it is not readonly. */
export interface BeadPlace {
  i: number;
  j: number;
  shape: number;
}

/** The evidence together with the habits of the text. */
export interface Judge {
  readonly evidence: Evidence;
  readonly habits: Habits;
}

/**
 * Writes what a bead is judged by into `out`, all of it; false where the band does not hold what the bead needs, or
 * where a text is not one of lines and the shape is.
 */
export function readBead(judge: Judge, place: BeadPlace, out: Float64Array): boolean {
  const shape = SHAPES[place.shape];
  if (shape === undefined || (shape.isOfLines && judge.evidence.lines < MOSTLY_LINES)) return false;
  out.fill(0);
  out[CONSTANTS[place.shape] ?? 0] = 1;
  const i0 = place.i - shape.source;
  const j0 = place.j - shape.target;
  const run = { i0, i: place.i, j0, j: place.j };
  readBlocks(judge.evidence.blocks, run, out);
  out[AT.quotationCut] = isQuotationCut(judge.evidence, run) ? 1 : 0;
  if (shape.kind === "one-sided") {
    readOneSided(judge, run, out);
    return true;
  }
  if (!readCells(judge.evidence, run, out)) return false;
  readHabits(judge.habits, shape.kind, out);
  readLength(judge, run, out);
  readMarks(judge.evidence, run, out);
  if (shape.kind === "several") out[AT.severalAsked] = askedInside(judge.evidence, run);
  return true;
}

/** A bead by the runs it holds: source `[i0, i)`, target `[j0, j)`. */
interface Runs {
  readonly i0: number;
  readonly i: number;
  readonly j0: number;
  readonly j: number;
}

function between(sums: Float64Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

function readOneSided({ evidence, habits }: Judge, { i0, i, j0, j }: Runs, out: Float64Array): void {
  const isSource = i0 < i;
  const chars = isSource ? between(evidence.source.lengths, i0, i) : between(evidence.target.lengths, j0, j);
  const figures = isSource ? between(evidence.source.figures, i0, i) : between(evidence.target.figures, j0, j);
  out[AT.oneSidedHabit] = habits.kinds["one-sided"];
  out[AT.oneSidedFigure] = figures > 0 ? 1 : 0;
  out[AT.oneSidedLength] = Math.log(chars / USUAL_CHARS + 0.1);
  out[AT.oneSidedRate] = habits.gainRate;
}

/** English characters of a usual sentence: the length of a one-sided sentence is told in logs of it. */
const USUAL_CHARS = 60;

/** Sums the rectangle of sentence pairs that the bead covers; false where the band does not hold all of it. */
function readCells(evidence: Evidence, runs: Runs, out: Float64Array): boolean {
  const { i0, i, j0, j } = runs;
  const { cells, shared } = evidence;
  const pairs = evidence.likeness?.pairs;
  let product = 0;
  for (let row = i0; row < i; row++) {
    const first = cellAt(cells, row, j0);
    if (first < 0 || j - 1 > (cells.high[row] ?? -1)) return false;
    for (let cell = first; cell < first + j - j0; cell++) {
      if (shared.held[cell] === 1) addAnchors(shared, cell, out);
      if (pairs !== undefined) product += pairs[cell] ?? 0;
    }
  }
  readGains(evidence, runs, out);
  const { source, target, likeness } = evidence;
  const alike = likeness === undefined ? 0 : cosine(likeness, product, runs);
  out[AT.alike] = alike;
  out[AT.alikeEach] = (alike * (i - i0 + j - j0)) / 2;
  const written = between(source.figures, i0, i) + between(target.figures, j0, j);
  const dated = between(source.dates, i0, i) + between(target.dates, j0, j);
  out[AT.figuresMissing] = Math.max(0, written - 2 * (out[AT.figuresShared] ?? 0));
  out[AT.datesMissing] = Math.max(0, dated - 2 * (out[AT.datesShared] ?? 0));
  return true;
}

/** Each word's gain is against the whole other run. */
function readGains({ cells, gains }: Evidence, { i0, i, j0, j }: Runs, out: Float64Array): void {
  if (gains === undefined) return;
  let gain = 0;
  for (let row = i0; row < i; row++) {
    gain += gains.source[cellAt(cells, row, j0) * LONGEST_RUN + j - j0 - 1] ?? 0;
  }
  const first = cellAt(cells, i0, j0);
  for (let cell = first; cell < first + j - j0; cell++) gain += gains.target[cell * LONGEST_RUN + i - i0 - 1] ?? 0;
  out[AT.gain] = gain;
  out[AT.gainRoot] = Math.sign(gain) * Math.sqrt(Math.abs(gain));
}

function addAnchors(shared: SharedAnchors, cell: number, out: Float64Array): void {
  out[AT.figuresShared] = (out[AT.figuresShared] ?? 0) + (shared.figures[cell] ?? 0);
  out[AT.datesShared] = (out[AT.datesShared] ?? 0) + (shared.dates[cell] ?? 0);
  out[AT.readings] = (out[AT.readings] ?? 0) + (shared.readings[cell] ?? 0) / READINGS_UNIT;
  out[AT.names] = (out[AT.names] ?? 0) + (shared.names[cell] ?? 0) / READINGS_UNIT;
  out[AT.sounds] = (out[AT.sounds] ?? 0) + (shared.sounds[cell] ?? 0) / READINGS_UNIT;
}

/** The cosine of what the two runs of a bead are about, from the sum of its pairs' products. */
function cosine({ source, target }: Likeness, product: number, { i0, i, j0, j }: Runs): number {
  const square = (source[i - i0 - 1]?.[i0] ?? 0) * (target[j - j0 - 1]?.[j0] ?? 0);
  return square > 0 ? product / Math.sqrt(square) : 0;
}

function readHabits(habits: Habits, kind: ShapeKind, out: Float64Array): void {
  out[AT.alikeRate] = habits.gainRate * (out[AT.alikeEach] ?? 0);
  out[AT.gainByRate] = habits.gainRate * (out[AT.gain] ?? 0);
  if (kind === "double") out[AT.doubleHabit] = habits.kinds.double;
  else if (kind === "many") out[AT.manyHabit] = habits.kinds.many;
  else if (kind === "several") out[AT.severalHabit] = habits.kinds.several;
}

/** Half the squared surprise of Gale and Church 1993, cut at three heights so that its slope can change. */
function readLength({ evidence, habits }: Judge, { i0, i, j0, j }: Runs, out: Float64Array): void {
  const source = between(evidence.source.lengths, i0, i);
  const target = between(evidence.target.lengths, j0, j);
  const surprise = lengthSquare({ source, target }, habits.length) / 2;
  out[AT.lengthTo1] = Math.min(surprise, 1);
  out[AT.lengthTo4] = Math.min(surprise, 4);
  out[AT.lengthTo10] = Math.min(surprise, 10);
  readSize(Math.log((source + target) / 2), habits, out);
}

/** How unusual the bead's own length is here: verses are all about as long. */
function readSize(size: number, { size: { mean, deviation } }: Habits, out: Float64Array): void {
  const z = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, (size - mean) / deviation));
  out[AT.beadShort] = z < 0 ? z ** 2 / 2 : 0;
  out[AT.beadLong] = z > 0 ? z ** 2 / 2 : 0;
  out[AT.beadSpread] = -Math.log(deviation / USUAL_DEVIATION);
  out[AT.beadLength] = size - USUAL_SIZE;
}

/** A bead's size counts as at most this unusual. */
const MOST_DEVIATIONS = 4;

/** A question stands with its answer where both sides are joined. */
function askedInside({ source, target }: Evidence, { i0, i, j0, j }: Runs): number {
  return between(source.asked, i0, i - 1) + between(target.asked, j0, j - 1);
}

/** Whether what is said goes on behind the bead on one side only. */
function isQuotationCut({ source, target }: Evidence, { i, j }: Runs): boolean {
  return (source.quoted[i - 1] ?? 0) !== (target.quoted[j - 1] ?? 0);
}

function readMarks({ source, target }: Evidence, { i0, i, j0, j }: Runs, out: Float64Array): void {
  out[AT.questions] = Math.abs(between(source.questions, i0, i) - between(target.questions, j0, j));
  const quotations = Math.abs(between(source.quotations, i0, i) - between(target.quotations, j0, j));
  out[AT.quotations] = Math.min(MOST_QUOTATIONS, quotations / 2);
  const opens = (source.opens[i0] ?? 0) === (target.opens[j0] ?? 0) ? 0 : 1;
  const closes = (source.closes[i - 1] ?? 0) === (target.closes[j - 1] ?? 0) ? 0 : 1;
  out[AT.quotationEnds] = opens + closes;
  let inside = 0;
  for (let row = i0; row < i - 1; row++) inside += source.cut[row] ?? 0;
  for (let column = j0; column < j - 1; column++) inside += target.cut[column] ?? 0;
  out[AT.cutInside] = inside;
  out[AT.cutDiffers] = source.cut[i - 1] === target.cut[j - 1] ? 0 : 1;
}

/** Paragraphs: whether the bead ends where both sides' blocks end, and whether it runs over the end of one. */
function readBlocks(blocks: Evidence["blocks"], { i0, i, j0, j }: Runs, out: Float64Array): void {
  if (blocks === undefined) return;
  const { source, target } = blocks;
  if (i0 < i && j0 < j) out[AT.blockEnds] = (source.starts[i] ?? 0) + (target.starts[j] ?? 0) === 1 ? 1 : 0;
  let crossed = 0;
  for (let row = i0 + 1; row < i; row++) crossed += source.starts[row] ?? 0;
  for (let column = j0 + 1; column < j; column++) crossed += target.starts[column] ?? 0;
  out[AT.blockCrossed] = crossed;
  readParts(partsIn(source, i0, i), partsIn(target, j0, j), out);
}

/** A caption answers a caption or is left out; a bead of a caption and a lead holds two parts on one side. */
function readParts(source: number, target: number, out: Float64Array): void {
  if (source > 0 && target > 0) {
    out[AT.partsAgree] = source === target && source !== PROSE ? 1 : 0;
    out[AT.partsDiffer] = source === target ? 0 : 1;
  } else {
    out[AT.partAlone] = (source | target) === PROSE ? 0 : 1;
  }
  out[AT.partsMixed] = (isMixed(source) ? 1 : 0) + (isMixed(target) ? 1 : 0);
}

function partsIn({ parts }: BlockMarks, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum |= parts[at] ?? 0;
  return sum;
}

function isMixed(parts: number): boolean {
  return (parts & (parts - 1)) !== 0;
}
