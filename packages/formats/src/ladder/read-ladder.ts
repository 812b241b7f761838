import { type Bead, checkBeads, type SideLengths, type SideName, SteleError } from "@stele/model";

/** How a ladder is read. */
export interface LadderOptions {
  /** How many sentences each side has. */
  readonly lengths: SideLengths;
  /** What the numbers of bracket ladders mean: SentAlign writes similarities (default), Vecalign costs. */
  readonly numbers?: "similarity" | "cost";
  /** Beads below this similarity are marked for a second look; default 0.5. */
  readonly lowBelow?: number;
  /** The ladder's file, for errors to name. */
  readonly name?: string;
}

type Run = readonly [from: number, to: number];

interface Step {
  readonly source: Run;
  readonly target: Run;
  readonly value: number | null;
}

/** A step with the line that it stands in. */
interface NumberedStep extends Step, NumberedLine {}

// An aligner without a number for a line writes nan or inf, or no number at all.
const VALUE = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?(?:nan|inf)/.source;
const BRACKETS = new RegExp(String.raw`^\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\](?:\s*:\s*(${VALUE}))?$`, "i");
const RUNG = new RegExp(String.raw`^(\d+)\t(\d+)(?:\t(?:${VALUE}))?$`, "i");

/**
 * The beads of a ladder of SentAlign, Vecalign (`[0]:[0, 1]:0.87`) or hunalign (rungs between tabs; its confidence has
 * no scale and is not kept). Sentences that no line names stand alone; so do those of a line with nothing on the
 * other side.
 *
 * @throws SteleError `input-malformed` or, where a line crosses another or leaves the text, `beads-invalid`; both name
 * the line.
 */
export function readLadder(text: string, options: LadderOptions): readonly Bead[] {
  const numbered = linesOf(text, options.name);
  const steps = isRungs(numbered) ? rungSteps(numbered, options.lengths) : numbered.map(bracketStep);
  const beads = [...beadsOf(withGaps(steps, options.lengths), options)];
  checkBeads(beads, options.lengths);
  return beads;
}

/**
 * How many sentences the texts of a ladder have at least: what it names last. A ladder of hunalign without its last
 * rung does not tell where its last bead ends.
 *
 * @throws SteleError `input-malformed`, naming the line.
 */
export function ladderLengths(text: string, name?: string): SideLengths {
  const numbered = linesOf(text, name);
  const steps = isRungs(numbered) ? numbered.map(rungOf) : numbered.map(bracketStep).map(endOf);
  const furthest = (side: SideName): number => steps.reduce((most, step) => Math.max(most, step[side]), 0);
  return { source: furthest("source"), target: furthest("target") };
}

function endOf({ source, target }: Step): SideLengths {
  return { source: Math.max(0, source[1]), target: Math.max(0, target[1]) };
}

interface NumberedLine {
  readonly line: string;
  readonly number: number;
  readonly name: string | undefined;
}

function linesOf(text: string, name: string | undefined): readonly NumberedLine[] {
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ line: line.trim(), number: index + 1, name }));
  return lines.filter(({ line }) => line !== "");
}

function isRungs([first]: readonly NumberedLine[]): boolean {
  return first !== undefined && RUNG.test(first.line);
}

function bracketStep(numbered: NumberedLine): NumberedStep {
  const match = BRACKETS.exec(numbered.line);
  if (match === null) throw badLine(numbered);
  const [, source = "", target = "", value] = match;
  return {
    ...numbered,
    source: runOf(source, numbered),
    target: runOf(target, numbered),
    value: value === undefined || !Number.isFinite(Number(value)) ? null : Number(value),
  };
}

/** Indexes as a run; they must follow one another. An empty list is placed by its neighbours. */
function runOf(list: string, line: NumberedLine): Run {
  const indexes = list
    .split(",")
    .map((index) => index.trim())
    .filter((index) => index !== "")
    .map(Number);
  const [first] = indexes;
  if (first === undefined) return [-1, -1];
  if (indexes.some((index, at) => index !== first + at)) throw badLine({ ...line, line: `[${list}]` });
  return [first, first + indexes.length];
}

function rungSteps(lines: readonly NumberedLine[], lengths: SideLengths): readonly NumberedStep[] {
  const rungs = lines.map((line) => ({ ...line, ...rungOf(line) }));
  return rungs.map((rung, index) => {
    const next = rungs[index + 1] ?? lengths;
    return { ...rung, source: [rung.source, next.source], target: [rung.target, next.target], value: null };
  });
}

function rungOf(line: NumberedLine): SideLengths {
  const match = RUNG.exec(line.line);
  if (match === null) throw badLine(line);
  return { source: Number(match[1]), target: Number(match[2]) };
}

/** Fills in the places of empty lists and the sentences that no line names. */
function* withGaps(steps: readonly NumberedStep[], lengths: SideLengths): Iterable<Step> {
  let source = 0;
  let target = 0;
  for (const step of steps) {
    const from = { source: placed(step.source, source), target: placed(step.target, target) };
    if (!fits(from.source, source, lengths.source) || !fits(from.target, target, lengths.target)) throw misplaced(step);
    yield { source: [source, Math.max(source, from.source[0])], target: [target, target], value: null };
    yield { source: [from.source[0], from.source[0]], target: [target, Math.max(target, from.target[0])], value: null };
    yield { ...from, value: step.value };
    source = from.source[1];
    target = from.target[1];
  }
  yield { source: [source, Math.max(source, lengths.source)], target: [target, target], value: null };
  yield { source: [lengths.source, lengths.source], target: [target, Math.max(target, lengths.target)], value: null };
}

function fits([from, to]: Run, after: number, length: number): boolean {
  return from >= after && to >= from && to <= length;
}

function placed(run: Run, at: number): Run {
  return run[0] === -1 ? [at, at] : run;
}

function* beadsOf(steps: Iterable<Step>, options: LadderOptions): Iterable<Bead> {
  const { numbers = "similarity", lowBelow = 0.5 } = options;
  for (const { source, target, value } of steps) {
    const isOneSided = source[0] === source[1] || target[0] === target[1];
    if (isOneSided) yield* singles({ source, target, value });
    else {
      const score = value === null ? null : clamped(numbers === "cost" ? 1 - value : value);
      yield { source, target, score, lowScore: score !== null && score < lowBelow };
    }
  }
}

function* singles({ source, target }: Step): Iterable<Bead> {
  for (let index = source[0]; index < source[1]; index += 1) {
    yield { source: [index, index + 1], target: [target[0], target[0]], score: null, lowScore: false };
  }
  for (let index = target[0]; index < target[1]; index += 1) {
    yield { source: [source[1], source[1]], target: [index, index + 1], score: null, lowScore: false };
  }
}

function clamped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function badLine({ line, number, name }: NumberedLine): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: `Line ${number} of ${name ?? "the ladder"} cannot be read: ${line.slice(0, 80)}`,
    hint: "A line is [0]:[0, 1]:0.87 (SentAlign, Vecalign) or three numbers between tabs (hunalign).",
    details: { ...(name === undefined ? {} : { file: name }), line: number },
  });
}

function misplaced({ line, number, name }: NumberedLine): SteleError {
  return new SteleError({
    code: "beads-invalid",
    message: `Line ${number} of ${name ?? "the ladder"} goes back, or names a sentence that the text does not have: ${line.slice(0, 80)}`,
    hint: "Lines follow the order of both texts; sentences are counted from 0. Give the texts that the ladder was made of.",
    details: { ...(name === undefined ? {} : { file: name }), line: number },
  });
}
