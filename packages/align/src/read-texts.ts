import { baseLanguage, type LanguageTag, type SideName } from "@stele/model";
import { hanSkeletons } from "./anchors/han-sounds.ts";
import { latinWords } from "./anchors/latin-words.ts";
import { hangulPairs, hanPairs } from "./anchors/readings.ts";
import type { SideAnchors } from "./anchors/share.ts";
import { hangulSkeletons, latinSkeletons } from "./anchors/skeletons.ts";
import { type BlockMarks, markBlocks } from "./lattice/block-marks.ts";
import { countFacts, type Facts } from "./lattice/facts.ts";
import { charsAUnit } from "./length-prior.ts";
import { compareSides, type ReadSide } from "./meaning/measure-gains.ts";
import { readSide } from "./meaning/side-tokens.ts";
import { mapInTurns, type Pace, partOf } from "./pace.ts";
import type { SentenceBlocks } from "./sentence-blocks.ts";
import type { Vectors } from "./vectors/read-vectors.ts";

/** Two texts with all that is read from each alone. */
export interface ReadTexts {
  readonly source: ReadText;
  readonly target: ReadText;
}

/** One text: what is counted, its anchors, its words (where vectors are at hand), its blocks. */
export interface ReadText {
  readonly count: number;
  readonly facts: Facts;
  readonly names: SideAnchors;
  readonly readings: SideAnchors;
  /** What names may sound like. */
  readonly sounds: SideAnchors;
  readonly words: ReadSide | undefined;
  readonly blocks: BlockMarks | undefined;
}

/** Both sides as given. */
export interface TextPair {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly languages: { readonly source: LanguageTag; readonly target: LanguageTag };
  readonly blocks?: SentenceBlocks;
}

/** Components of the vectors that are compared: 64 to 128 are equal within noise on news, the rest helps free texts. */
const COMPARED_DIMS = 128;

/** Reads both texts, some sentences a turn. */
export async function readTexts(pair: TextPair, vectors: Vectors | undefined, pace: Pace): Promise<ReadTexts> {
  const words = vectors === undefined ? undefined : await readWords(pair, vectors, partOf(pace, [0, 0.5]));
  return {
    source: await readText(pair, "source", { words: words?.[0], pace: partOf(pace, [0.5, 0.75]) }),
    target: await readText(pair, "target", { words: words?.[1], pace: partOf(pace, [0.75, 1]) }),
  };
}

async function readWords(
  { source, target }: TextPair,
  vectors: Vectors,
  pace: Pace,
): Promise<readonly [ReadSide, ReadSide]> {
  const own = await readSide(vectors, source, partOf(pace, [0, 0.45]));
  const other = await readSide(vectors, target, partOf(pace, [0.45, 0.9]));
  const width = Math.min(COMPARED_DIMS, vectors.dims);
  return compareSides(vectors, [own, other], { width, pace: partOf(pace, [0.9, 1]) });
}

async function readText(
  pair: TextPair,
  side: SideName,
  { words, pace }: { readonly words: ReadSide | undefined; readonly pace: Pace },
): Promise<ReadText> {
  const sentences = pair[side];
  const facts = countFacts(sentences, charsAUnit(pair.languages[side]));
  await pace.step(0.25);
  const [readings, sounds] = [readingsOf(pair.languages, side), soundsOf(pair.languages, side)];
  return {
    count: sentences.length,
    facts,
    names: await mapInTurns(sentences, partOf(pace, [0.25, 0.4]), latinWords),
    readings: await mapInTurns(sentences, partOf(pace, [0.4, 0.6]), readings),
    sounds: await mapInTurns(sentences, partOf(pace, [0.6, 1]), sounds),
    words,
    blocks: marksOf(pair, side),
  };
}

function marksOf({ blocks }: TextPair, side: SideName): BlockMarks | undefined {
  return blocks === undefined ? undefined : markBlocks(blocks[side], blocks.kinds?.[side]);
}

/** What is read from one sentence. */
type ReadAnchors = (sentence: string) => ReadonlySet<string>;

/** Korean and Chinese share the readings of Han characters; no other pair does. */
function readingsOf(languages: TextPair["languages"], side: SideName): ReadAnchors {
  const both = new Set([baseLanguage(languages.source), baseLanguage(languages.target)]);
  if (!both.has("ko") || !both.has("zh")) return () => NONE;
  return baseLanguage(languages[side]) === "ko" ? hangulPairs : hanPairs;
}

/** A foreign name sounds alike in all three languages; names of their own Korean and Chinese share by their readings. */
function soundsOf(languages: TextPair["languages"], side: SideName): ReadAnchors {
  if (baseLanguage(languages.source) === baseLanguage(languages.target)) return () => NONE;
  return SOUNDS_OF[baseLanguage(languages[side])];
}

const SOUNDS_OF = { en: latinSkeletons, ko: hangulSkeletons, zh: hanSkeletons } as const;

const NONE: ReadonlySet<string> = new Set();
