import { checkBeads } from "@stele/model";
import type { Aligner, AlignerOptions, Alignment, AlignOptions } from "./align-options.ts";
import { weightsFor } from "./lattice/weights.ts";
import { lengthPrior } from "./length-prior.ts";
import { createPace } from "./pace.ts";
import { readTexts } from "./read-texts.ts";
import { searchStretches } from "./search-stretches.ts";
import { readVectors, type Vectors } from "./vectors/read-vectors.ts";

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
    linkWords: () => [],
  };
}

async function alignTexts(
  vectors: Vectors | undefined,
  sides: { readonly source: readonly string[]; readonly target: readonly string[] },
  options: AlignOptions,
): Promise<Alignment> {
  const pace = createPace(options);
  await pace.step(0);
  const texts = readTexts({ ...sides, languages: options, ...(options.blocks && { blocks: options.blocks }) }, vectors);
  const stretch = { source: [0, sides.source.length], target: [0, sides.target.length] } as const;
  const [found = []] = await searchStretches(texts, [stretch], {
    prior: lengthPrior(options.source, options.target),
    ...weightsFor(vectors !== undefined),
    pace,
  });
  const beads = found.map(({ source, target, probability }) => {
    const isOneSided = source[0] === source[1] || target[0] === target[1];
    return { source, target, score: isOneSided ? null : probability, lowScore: probability < 0.5 };
  });
  checkBeads(beads, { source: sides.source.length, target: sides.target.length });
  await pace.step(1);
  return { beads, evidence: vectors === undefined ? ["length", "anchors"] : ["meaning", "length", "anchors"] };
}
