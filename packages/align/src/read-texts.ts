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

/** Reads both texts. */
export function readTexts(pair: TextPair, vectors: Vectors | undefined): ReadTexts {
  const words =
    vectors === undefined
      ? undefined
      : compareSides(
          vectors,
          [readSide(vectors, pair.source), readSide(vectors, pair.target)],
          Math.min(COMPARED_DIMS, vectors.dims),
        );
  const readings = readingsOf(pair);
  const sounds = soundsOf(pair);
  return {
    source: readText(pair.source, {
      language: pair.languages.source,
      words: words?.[0],
      readings: readings[0],
      sounds: sounds[0],
      blocks: marksOf(pair, "source"),
    }),
    target: readText(pair.target, {
      language: pair.languages.target,
      words: words?.[1],
      readings: readings[1],
      sounds: sounds[1],
      blocks: marksOf(pair, "target"),
    }),
  };
}

function readText(
  sentences: readonly string[],
  read: {
    readonly language: LanguageTag;
    readonly words: ReadSide | undefined;
    readonly readings: SideAnchors;
    readonly sounds: SideAnchors;
    readonly blocks: BlockMarks | undefined;
  },
): ReadText {
  return {
    count: sentences.length,
    facts: countFacts(sentences, charsAUnit(read.language)),
    names: sentences.map(latinWords),
    readings: read.readings,
    sounds: read.sounds,
    words: read.words,
    blocks: read.blocks,
  };
}

function marksOf({ blocks }: TextPair, side: SideName): BlockMarks | undefined {
  return blocks === undefined ? undefined : markBlocks(blocks[side], blocks.kinds?.[side]);
}

/** Korean and Chinese share the readings of Han characters; no other pair does. */
function readingsOf({ source, target, languages }: TextPair): readonly [SideAnchors, SideAnchors] {
  const from = baseLanguage(languages.source);
  const to = baseLanguage(languages.target);
  if (from === "ko" && to === "zh") return [source.map(hangulPairs), target.map(hanPairs)];
  if (from === "zh" && to === "ko") return [source.map(hanPairs), target.map(hangulPairs)];
  return [source.map(() => NONE), target.map(() => NONE)];
}

/** A foreign name sounds alike in all three languages; names of their own Korean and Chinese share by their readings. */
function soundsOf({ source, target, languages }: TextPair): readonly [SideAnchors, SideAnchors] {
  const from = SOUNDS_OF[baseLanguage(languages.source)];
  const to = SOUNDS_OF[baseLanguage(languages.target)];
  if (from === to) return [source.map(() => NONE), target.map(() => NONE)];
  return [source.map(from), target.map(to)];
}

const SOUNDS_OF = { en: latinSkeletons, ko: hangulSkeletons, zh: hanSkeletons } as const;

const NONE: ReadonlySet<string> = new Set();
