import { type Bead, checkBeads, type Range, SteleError } from "@stele/model";
import type { Alignment, AlignOptions } from "./align-options.ts";
import { type BeadExplanation, explainBeads, type GainedBead } from "./explain.ts";
import { AT } from "./lattice/feature-names.ts";
import { weightsFor } from "./lattice/weights.ts";
import { unitPrior } from "./length-prior.ts";
import { doubtLimit } from "./mark-doubtful.ts";
import { findMoved } from "./moved/find-moved.ts";
import { createPace, type Pace, partOf } from "./pace.ts";
import { planSearch } from "./plan-search.ts";
import { type ReadTexts, readTexts, type TextPair } from "./read-texts.ts";
import type { FoundBead } from "./run-pass.ts";
import { searchStretches } from "./search-stretches.ts";
import type { SentenceBlocks } from "./sentence-blocks.ts";
import { type Stretch, shift } from "./stretch.ts";
import type { Vectors } from "./vectors/read-vectors.ts";

/** Sentences read on either side of what is searched again: enough to tell chance from meaning. */
const CONTEXT = 40;
/** Of the work: up to where the texts are read, and searched; then what was moved is looked for. */
const READ = 0.1;
const SEARCHED = 0.98;

/** Aligns two texts; see `Aligner.align`. */
export async function alignTexts(
  vectors: Vectors | undefined,
  sides: { readonly source: readonly string[]; readonly target: readonly string[] },
  options: AlignOptions,
): Promise<Alignment> {
  const lengths = { source: sides.source.length, target: sides.target.length };
  if (lengths.source + lengths.target > MOST_SENTENCES) throw tooLong(lengths);
  const pace = createPace(options);
  await pace.step(0);
  const pair = toPair(sides, options);
  const plan = planSearch(lengths, options);
  const found = await searchOpen({ pair, vectors, pace }, plan.open);
  const limit = doubtLimit([...plan.kept.map(({ score }) => score ?? 1), ...found.beads.map((one) => one.probability)]);
  const searched = found.beads.map((one) => toBead(one, limit));
  const beads = [...plan.kept.map((bead): GainedBead => ({ bead, gain: undefined })), ...searched].sort(
    ({ bead: a }, { bead: b }) => a.source[0] - b.source[0] || a.target[0] - b.target[0] || a.source[1] - b.source[1],
  );
  const plain = beads.map(({ bead }) => bead);
  checkBeads(plain, lengths);
  const texts = found.texts;
  const moved = texts === undefined ? [] : await findMoved(texts, plain, pace);
  const explanations = options.explain === true ? await explain({ pair, vectors, pace }, beads, texts) : undefined;
  await pace.step(1);
  return {
    beads: plain,
    evidence: vectors === undefined ? ["length", "anchors"] : ["meaning", "length", "anchors"],
    ...(moved.length > 0 && { moved }),
    ...(explanations !== undefined && { explanations }),
  };
}

async function explain(
  { pair, vectors, pace }: Searching,
  beads: readonly GainedBead[],
  known: ReadTexts | undefined,
): Promise<readonly BeadExplanation[]> {
  const still = partOf(pace, [SEARCHED, SEARCHED]);
  return explainBeads({ pair, texts: known ?? (await readTexts(pair, vectors, still)) }, beads, still);
}

/** Of both sides together: what fits into the memory that Node takes by itself. */
const MOST_SENTENCES = 400_000;

function tooLong(lengths: { readonly source: number; readonly target: number }): SteleError {
  return new SteleError({
    code: "input-too-long",
    message: `${lengths.source} and ${lengths.target} sentences are more than can be aligned at once.`,
    hint: `Align them volume by volume: ${MOST_SENTENCES} sentences of both texts together fit.`,
    details: { ...lengths, most: MOST_SENTENCES },
  });
}

function toPair(sides: Pick<TextPair, "source" | "target">, options: AlignOptions): TextPair {
  const { blocks } = options;
  if (blocks !== undefined) {
    for (const side of ["source", "target"] as const) {
      checkBlocks(blocks[side].length, sides[side].length, side);
      checkBlocks(blocks.kinds?.[side].length ?? sides[side].length, sides[side].length, side);
    }
  }
  const languages = { source: options.source, target: options.target };
  return { ...sides, languages, ...(blocks !== undefined && { blocks }) };
}

function checkBlocks(blocks: number, sentences: number, side: string): void {
  if (blocks === sentences) return;
  throw new SteleError({
    code: "offsets-invalid",
    message: `There are ${blocks} block numbers or kinds for the ${sentences} sentences of the ${side}.`,
    hint: "Give one block number and one kind a sentence, or none at all.",
    details: { blocks, sentences, side },
  });
}

interface Searching {
  readonly pair: TextPair;
  readonly vectors: Vectors | undefined;
  readonly pace: Pace;
}

/** What was found; `texts` only where the whole texts were read. */
interface Found {
  readonly beads: readonly FoundBead[];
  readonly texts: ReadTexts | undefined;
}

/** Searches what is open. Where that is a small part, only its surroundings are read. */
async function searchOpen({ pair, vectors, pace }: Searching, open: readonly Stretch[]): Promise<Found> {
  const window = windowOf(pair, open);
  const texts = await readTexts(cut(pair, window), vectors, partOf(pace, [0, READ]));
  const inWindow = open.map(
    ({ source, target }): Stretch => ({
      source: [source[0] - window.source[0], source[1] - window.source[0]],
      target: [target[0] - window.target[0], target[1] - window.target[0]],
    }),
  );
  const found = await searchStretches(texts, inWindow, {
    prior: unitPrior(pair.languages.source, pair.languages.target),
    weights: weightsFor(vectors !== undefined),
    pace: partOf(pace, [READ, SEARCHED]),
  });
  const isWhole = texts.source.count === pair.source.length && texts.target.count === pair.target.length;
  return { beads: found.flat().map((bead) => shift(bead, window)), texts: isWhole ? texts : undefined };
}

/** From the first open sentence to the last, and some context. */
function windowOf(pair: TextPair, open: readonly Stretch[]): Stretch {
  const first = open[0];
  const last = open.at(-1);
  if (first === undefined || last === undefined) return { source: [0, 0], target: [0, 0] };
  const around = (from: number, to: number, length: number): Range => [
    Math.max(0, from - CONTEXT),
    Math.min(length, to + CONTEXT),
  ];
  return {
    source: around(first.source[0], last.source[1], pair.source.length),
    target: around(first.target[0], last.target[1], pair.target.length),
  };
}

function cut(pair: TextPair, { source, target }: Stretch): TextPair {
  const { blocks } = pair;
  return {
    languages: pair.languages,
    source: pair.source.slice(...source),
    target: pair.target.slice(...target),
    ...(blocks !== undefined && { blocks: cutBlocks(blocks, { source, target }) }),
  };
}

function cutBlocks({ kinds, ...blocks }: SentenceBlocks, { source, target }: Stretch): SentenceBlocks {
  return {
    source: blocks.source.slice(...source),
    target: blocks.target.slice(...target),
    ...(kinds !== undefined && {
      kinds: { source: kinds.source.slice(...source), target: kinds.target.slice(...target) },
    }),
  };
}

function toBead({ source, target, probability, features }: FoundBead, limit: number): GainedBead {
  const isOneSided = source[0] === source[1] || target[0] === target[1];
  const bead: Bead = { source, target, score: isOneSided ? null : probability, lowScore: probability < limit };
  return { bead, gain: isOneSided ? undefined : features[AT.gain] };
}
