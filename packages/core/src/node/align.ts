import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Aligner, type Alignment, type AlignOptions, createAligner } from "@stele/align";

let bundled: Aligner | undefined;

/** The file of the vectors that come with `@stele/align`. */
export function vectorsFile(): string {
  return fileURLToPath(import.meta.resolve("@stele/align/vectors.bin"));
}

/** The aligner with the bundled vectors; they are read once a process. */
export function bundledAligner(): Aligner {
  bundled ??= createAligner({ vectors: readFileSync(vectorsFile()) });
  return bundled;
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
