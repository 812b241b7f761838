import type { RunningVectors } from "./lattice/coarse-path.ts";
import type { ReadSide } from "./meaning/measure-gains.ts";
import { inTurns, type Pace, turnsOf } from "./pace.ts";
import type { ReadText } from "./read-texts.ts";

/** Components that the coarse pass compares; anchors are hashed into as many. */
const COARSE_DIMS = 64;

/** Running sums of sentence vectors: of the words where there are vectors, of the anchors alone where there are none. */
export async function runningVectors(text: ReadText, pace: Pace): Promise<RunningVectors> {
  const sums = new Float32Array((text.count + 1) * COARSE_DIMS);
  const add = (i: number): void => {
    const row = (i + 1) * COARSE_DIMS;
    sums.copyWithin(row, row - COARSE_DIMS, row);
    if (text.words === undefined) addAnchors(sums.subarray(row), text, i);
    else addWords(sums.subarray(row), text.words, i);
  };
  await inTurns(turnsOf(text.count), pace, ([from, to]) => {
    for (let i = from; i < to; i++) add(i);
  });
  return { count: text.count, width: COARSE_DIMS, sums, lengths: text.facts.lengths };
}

function addWords(row: Float32Array, { side, matrix }: ReadSide, sentence: number): void {
  for (let t = side.starts[sentence] ?? 0; t < (side.starts[sentence + 1] ?? 0); t++) {
    const type = side.tokens[t] ?? 0;
    const weight = side.weights[type] ?? 0;
    const from = type * matrix.width;
    for (let k = 0; k < COARSE_DIMS; k++) row[k] = (row[k] ?? 0) + weight * (matrix.data[from + k] ?? 0);
  }
}

function addAnchors(row: Float32Array, text: ReadText, sentence: number): void {
  for (const set of [text.facts.figureSets[sentence], text.names[sentence], text.readings[sentence]]) {
    for (const anchor of set ?? []) {
      const hash = hashOf(anchor);
      const at = hash % COARSE_DIMS;
      row[at] = (row[at] ?? 0) + ((hash >>> 16) % 2 === 0 ? 1 : -1);
    }
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}
