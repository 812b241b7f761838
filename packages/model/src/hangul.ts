const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Codas a block of Unicode Hangul syllables has, "none" included. */
const CODAS = 28;
const VOWELS = 21;

/** A Hangul syllable as numbers in Unicode's own order: 19 onsets, 21 vowels, 28 codas (0: none). */
export interface Jamo {
  readonly onset: number;
  readonly vowel: number;
  readonly coda: number;
}

/** Some onsets by their number in Unicode. */
export const ONSET = { giyeok: 0, nieun: 2, rieul: 5, ieung: 11, chieut: 14, kieuk: 15, hieut: 18 } as const;
/** Some codas by their number in Unicode. */
export const CODA = {
  none: 0,
  giyeok: 1,
  nieun: 4,
  digeut: 7,
  rieul: 8,
  rieulGiyeok: 9,
  rieulTieut: 13,
  rieulHieut: 15,
  mieum: 16,
  bieup: 17,
  siot: 19,
  ssangsiot: 20,
  jieut: 22,
  chieut: 23,
  tieut: 25,
} as const;

/** The jamo of a syllable; undefined for anything but a composed Hangul syllable. */
export function jamoOf(syllable: string | undefined): Jamo | undefined {
  const code = syllable?.codePointAt(0) ?? 0;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined;
  const index = code - FIRST_SYLLABLE;
  const coda = index % CODAS;
  const vowel = Math.floor(index / CODAS) % VOWELS;
  return { onset: Math.floor(index / CODAS / VOWELS), vowel, coda };
}

/** The syllable of these jamo. */
export function syllableOf({ onset, vowel, coda }: Jamo): string {
  return String.fromCodePoint(FIRST_SYLLABLE + (onset * VOWELS + vowel) * CODAS + coda);
}
