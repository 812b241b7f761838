import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Aligner, type Alignment, type AlignOptions, createAligner } from "@stele/align";

let loaded: Aligner | undefined;

/** The file of the vectors that come with `@stele/align`. */
export function vectorsFile(): string {
  return fileURLToPath(import.meta.resolve("@stele/align/vectors.bin"));
}

/** The aligner with the bundled vectors; they are read once a process, when something is aligned. */
export function bundledAligner(): Aligner {
  return BUNDLED;
}

/** A translation that comes back sentence by sentence aligns nothing: its 13 MB of vectors stay on the disk. */
const BUNDLED: Aligner = {
  hasMeaning: true,
  align: async (source, target, options) => loadAligner().align(source, target, options),
  linkWords: (source, target, options) => loadAligner().linkWords(source, target, options),
  learnWords: async (beads, options) => loadAligner().learnWords(beads, options),
};

/**
 * Reads the bundled vectors unless they are there.
 *
 * @throws SteleError `vectors-invalid` where the bundled file is damaged.
 */
export function loadAligner(): Aligner {
  loaded ??= createAligner({ vectors: readFileSync(vectorsFile()) });
  return loaded;
}

/**
 * Aligns two lists of sentences with the bundled vectors.
 *
 * @throws SteleError as `Aligner.align`; `vectors-invalid` where the bundled file is damaged.
 */
export async function align(
  source: readonly string[],
  target: readonly string[],
  options: AlignOptions,
): Promise<Alignment> {
  return bundledAligner().align(source, target, options);
}
