import type { Aligner, AlignerOptions } from "./align-options.ts";
import { alignTexts } from "./align-texts.ts";
import { createPace } from "./pace.ts";
import { readVectors } from "./vectors/read-vectors.ts";
import { linkWords } from "./words/link-words.ts";
import { learnWords } from "./words/word-lexicon.ts";

/**
 * Builds an aligner. The same object serves any number of texts.
 *
 * @throws SteleError `vectors-invalid` where the bytes are not a vectors file of the version this package reads.
 */
export function createAligner(options: AlignerOptions = {}): Aligner {
  const vectors = options.vectors === undefined ? undefined : readVectors(options.vectors);
  return {
    hasMeaning: vectors !== undefined,
    align: (source, target, alignOptions) => alignTexts(vectors, { source, target }, alignOptions),
    linkWords: (source, target, wordOptions) => linkWords(vectors, { source, target }, wordOptions),
    learnWords: (beads, { signal, ...languages }) =>
      learnWords(beads, languages, createPace(signal === undefined ? {} : { signal })),
  };
}
