import type { SentenceWordLink, WordLinkOptions } from "../align-options.ts";
import { readVectors } from "../vectors/read-vectors.ts";
import { cutWords } from "./cut-words.ts";
import { type ReadWords, readWords } from "./read-words.ts";
import { compareWords } from "./word-likeness.ts";

/** A way to link the words of two sentences. */
export type WordLinker = (source: string, target: string, options: WordLinkOptions) => readonly SentenceWordLink[];

/** What word links are measured against. */
export interface WordBaselines {
  /** Words that are equal, in lower case and simplified forms. */
  readonly exact: WordLinker;
  /** Words that are each other's nearest, by the likeness that `Aligner.linkWords` goes by. */
  readonly mutual: WordLinker;
}

/**
 * The baselines; without vectors words are alike only by their form.
 *
 * @throws SteleError `vectors-invalid`.
 */
export function createWordBaselines({ vectors: bytes }: { readonly vectors?: Uint8Array }): WordBaselines {
  const vectors = bytes === undefined ? undefined : readVectors(bytes);
  type Sides = readonly [ReadWords, ReadWords];
  const read = (texts: readonly [string, string], options: WordLinkOptions, own: typeof vectors): Sides => {
    const side = (text: string, which: "source" | "target"): ReadWords =>
      readWords(own, text, { spans: cutWords(text, options[which]), language: options[which] });
    return [side(texts[0], "source"), side(texts[1], "target")];
  };
  return {
    exact: (source, target, options) => {
      const sides = read([source, target], options, undefined);
      return linksWhere(sides, (i, j) => sides[0].words[i]?.text === sides[1].words[j]?.text);
    },
    mutual: (source, target, options) => {
      const sides = read([source, target], options, vectors);
      const likeness = compareWords({ vectors, lexicon: undefined }, ...sides);
      const width = sides[1].words.length;
      const at = (i: number, j: number): number => likeness[i * width + j] ?? 0;
      const isNearest = (i: number, j: number): boolean =>
        at(i, j) > 0 &&
        sides[1].words.every((_, other) => at(i, other) <= at(i, j)) &&
        sides[0].words.every((_, other) => at(other, j) <= at(i, j));
      return linksWhere(sides, isNearest);
    },
  };
}

function linksWhere(
  [source, target]: readonly [ReadWords, ReadWords],
  isLinked: (i: number, j: number) => boolean,
): SentenceWordLink[] {
  return source.words.flatMap(({ start, end }, i) =>
    target.words.flatMap((other, j) =>
      isLinked(i, j)
        ? [{ source: [{ start, end }], target: [{ start: other.start, end: other.end }], confidence: 1 }]
        : [],
    ),
  );
}
