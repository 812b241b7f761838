import { readFileSync } from "node:fs";

/** The bytes of the vectors file that the package ships. */
export function vectorsFile(): Uint8Array {
  return readFileSync(new URL("../data/stele-vectors.bin", import.meta.url));
}
