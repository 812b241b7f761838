import type { Vectors } from "./read-vectors.ts";
import { childOf } from "./trie.ts";

/** A token: an entry of the vectors file and where it stands in the text given. */
export interface Token {
  readonly entry: number;
  readonly start: number;
  readonly end: number;
}

/** Log-probability of a character that no entry covers: below every entry's. */
const UNKNOWN = -36;
const BLANK = "▁";

/**
 * The best unigram segmentation (Viterbi) of normalised text over the file's entries. Offsets are into `text`; a
 * token's blank before it does not count. Characters no entry covers are left out.
 */
export function tokenise(vectors: Vectors, text: string): Token[] {
  const { marked, origin } = markBlanks(text);
  const best = new Float64Array(marked.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(marked.length + 1);
  const entry = new Int32Array(marked.length + 1).fill(-1);
  best[0] = 0;
  for (let i = 0; i < marked.length; i++) {
    const here = best[i] ?? 0;
    let node = 0;
    for (let j = i; j < marked.length; j++) {
      node = childOf(vectors.trie, node, marked.charCodeAt(j));
      if (node < 0) break;
      const found = vectors.trie.entries[node] ?? -1;
      if (found < 0) continue;
      const score = here + (vectors.logProbability[found] ?? 0);
      if (score > (best[j + 1] ?? 0)) {
        best[j + 1] = score;
        from[j + 1] = i;
        entry[j + 1] = found;
      }
    }
    if (here + UNKNOWN > (best[i + 1] ?? 0)) {
      best[i + 1] = here + UNKNOWN;
      from[i + 1] = i;
      entry[i + 1] = -1;
    }
  }
  return walkBack(marked, origin, { from, entry });
}

function walkBack(
  marked: string,
  origin: Int32Array,
  back: { readonly from: Int32Array; readonly entry: Int32Array },
): Token[] {
  const tokens: Token[] = [];
  for (let end = marked.length; end > 0; ) {
    const start = back.from[end] ?? 0;
    const entry = back.entry[end] ?? -1;
    const first = marked[start] === BLANK ? start + 1 : start;
    if (entry >= 0 && first < end) tokens.push({ entry, start: origin[first] ?? 0, end: (origin[end - 1] ?? 0) + 1 });
    end = start;
  }
  return tokens.reverse();
}

/** Writes `▁` for the beginning and for each run of blanks, as the entries do, with the offset of each unit kept. */
function markBlanks(text: string): { marked: string; origin: Int32Array } {
  const units: number[] = [];
  let marked = "";
  for (const match of text.matchAll(/\S+/gu)) {
    marked += BLANK + match[0];
    units.push(match.index);
    for (let k = 0; k < match[0].length; k++) units.push(match.index + k);
  }
  return { marked, origin: Int32Array.from(units) };
}
