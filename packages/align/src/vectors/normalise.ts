/** A normalised copy of a text, and where each of its code units came from. */
export interface NormalisedText {
  readonly text: string;
  /** For each code unit of `text`, and for its end, the offset in the untouched text where its source begins. */
  readonly start: Int32Array;
  /** For each code unit of `text`, where its source ends. */
  readonly end: Int32Array;
}

/** What Unicode composes with what stands before it: marks, and the vowels and finals of decomposed Hangul. */
const JOINS_BEFORE = /[\p{M}\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f]/u;
const PIECES = new RegExp(`[^](?:${JOINS_BEFORE.source})*`, "gu");

/** NFKC with a map back: ㈜ becomes (주), ﬁ becomes fi, １ becomes 1, and every offset can still be told. */
export function normaliseText(original: string): NormalisedText {
  let text = "";
  const start: number[] = [];
  const end: number[] = [];
  for (const piece of original.matchAll(PIECES)) {
    const normal = piece[0].normalize("NFKC");
    for (let k = 0; k < normal.length; k++) {
      start.push(piece.index);
      end.push(piece.index + piece[0].length);
    }
    text += normal;
  }
  start.push(original.length);
  return { text, start: Int32Array.from(start), end: Int32Array.from(end) };
}
