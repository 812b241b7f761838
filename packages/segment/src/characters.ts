/** White space, line breaks, and the invisible characters that separate nothing but are seen by nobody. */
export const BLANK = 1;
/** A cased capital letter. */
export const UPPER = 2;
/** A small letter, or a letter of a script without capitals that is neither Han nor Hangul. */
export const LOWER = 4;
/** A digit, ASCII or full width. */
export const DIGIT = 8;
/** An ideograph, kana or the iteration mark. */
export const HAN = 16;
/** A Hangul syllable or a compatibility letter such as ㅋ. */
export const HANGUL = 32;
/** An opening bracket or opening quotation mark; straight marks are not here, they have no direction. */
export const OPENER = 64;
/** A closing bracket or closing quotation mark. */
export const CLOSER = 128;

/** Any letter of any script. */
export const LETTER = UPPER | LOWER | HAN | HANGUL;

const OPENERS = "([{“‘„«‹「『（［｛【〔〖《〈｢〝﹁﹃";
const CLOSERS = ")]}”’»›」』）］｝】〕〗》〉｣〞﹂﹄";
const BLANKS = "\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u200b";

const FLAGS = buildFlags();

/** The flags of the code unit at `index`, 0 outside the text; of surrogates only those of Han are known. */
export function flagsAt(text: string, index: number): number {
  return FLAGS[text.charCodeAt(index)] ?? 0;
}

/** Whether the code unit at `index` has one of the flags. */
export function isAt(text: string, index: number, flags: number): boolean {
  return (flagsAt(text, index) & flags) !== 0;
}

/** The first index from `from` on that holds no blank, at most `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isAt(text, index, BLANK)) index++;
  return index;
}

/** The end of the text before `from` without blanks, at least `start`. */
export function trimBlanks(text: string, from: number, start: number): number {
  let index = from;
  while (index > start && isAt(text, index - 1, BLANK)) index--;
  return index;
}

/** Whether a line ends at `index`: line feed, carriage return, vertical tab, form feed, next line, U+2028, U+2029. */
export function isLineBreak(unit: number): boolean {
  return (unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function buildFlags(): Uint8Array {
  const flags = new Uint8Array(65_536);
  // Latin, Greek, Cyrillic, Armenian have capitals; combining marks belong to the letter before them.
  fillLetters(flags, 0x41, 0x587);
  flags.fill(LOWER, 0x5d0, 0x1100);
  flags.fill(HANGUL, 0x1100, 0x1200);
  flags.fill(LOWER, 0x1200, 0x1680);
  fillLetters(flags, 0x1e00, 0x1fff);
  flags.fill(BLANK, 0x2000, 0x200b);
  fillLetters(flags, 0xff21, 0xff5b);
  flags.fill(HAN, 0x3040, 0x3100);
  flags.fill(HANGUL, 0x3131, 0x318f);
  flags.fill(HAN, 0x3400, 0xa000);
  flags.fill(HANGUL, 0xac00, 0xd7a4);
  flags.fill(HAN, 0xd840, 0xd889);
  flags.fill(HAN, 0xf900, 0xfb00);
  flags.fill(DIGIT, 0x30, 0x3a);
  flags.fill(DIGIT, 0xff10, 0xff1a);
  flags[0x3005] = HAN;
  flags[0x3007] = HAN;
  for (const [characters, flag] of [
    [OPENERS, OPENER],
    [CLOSERS, CLOSER],
    [BLANKS, BLANK],
  ] as const) {
    for (let i = 0; i < characters.length; i++) flags[characters.charCodeAt(i)] = flag;
  }
  return flags;
}

function fillLetters(flags: Uint8Array, from: number, to: number): void {
  for (let unit = from; unit < to; unit++) {
    const character = String.fromCharCode(unit);
    const lower = character.toLowerCase();
    if (lower !== character) flags[unit] = UPPER;
    else if (character.toUpperCase() !== lower || (unit >= 0x300 && unit < 0x370)) flags[unit] = LOWER;
  }
}
