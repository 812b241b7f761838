/** A text as it is compared, with the way back. */
export interface Folded {
  readonly text: string;
  /** For each code unit of `text`, where it began in the original; one more entry for the end. */
  readonly origin: readonly number[];
}

/** Runs that Unicode composes together: a base with its marks, or a row of Hangul letters. */
const CLUSTER = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/gsu;

/** Lower case, full-width and other compatibility forms made plain, letters composed (NFKC). */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The same with offsets into the original, for showing where something was found. */
export function foldWithOrigin(text: string): Folded {
  const pieces: string[] = [];
  const origin: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const folded = fold(cluster);
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) origin.push(index);
  }
  return { text: pieces.join(""), origin: [...origin, text.length] };
}
