/** A text with its Hangul composed, and where each of its code units stood in the text as it came. */
export interface Composed {
  readonly text: string;
  /** For each code unit of `text`, and one past the last, the offset in the original. */
  readonly offsets: Uint32Array;
}

const LEAD = 0x1100;
const VOWEL = 0x1161;
const TAIL = 0x11a7;
const SYLLABLE = 0xac00;
const LEADS = 19;
const VOWELS = 21;
const TAILS = 28;
/** How many code units are turned into a string at once. */
const CHUNK = 8192;

/** Whether a text holds decomposed Hangul, as macOS writes file names and some programs write text. */
export function hasDecomposedHangul(text: string): boolean {
  return /[\u1100-\u1112][\u1161-\u1175]/.test(text);
}

/**
 * Composes decomposed Hangul (Unicode 15, section 3.12) and nothing else, so that the rules see one code unit a
 * syllable; offsets lead back to the untouched text.
 */
export function composeHangul(text: string): Composed {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  let length = 0;
  let at = 0;
  while (at < text.length) {
    const [unit, width] = composeAt(text, at);
    units[length] = unit;
    offsets[length] = at;
    length++;
    at += width;
  }
  offsets[length] = text.length;
  return { text: toText(units.subarray(0, length)), offsets: offsets.subarray(0, length + 1) };
}

/** Where an offset of the original stands in the composed text; inside a syllable, after it. */
export function composedOffset(offsets: Uint32Array, original: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < original) low = middle + 1;
    else high = middle;
  }
  return low;
}

function composeAt(text: string, at: number): readonly [unit: number, width: number] {
  const unit = text.charCodeAt(at);
  const lead = unit - LEAD;
  const vowel = text.charCodeAt(at + 1) - VOWEL;
  if (!(lead >= 0 && lead < LEADS && vowel >= 0 && vowel < VOWELS)) return [unit, 1];
  const tail = text.charCodeAt(at + 2) - TAIL;
  const syllable = SYLLABLE + (lead * VOWELS + vowel) * TAILS;
  return tail > 0 && tail < TAILS ? [syllable + tail, 3] : [syllable, 2];
}

function toText(units: Uint16Array): string {
  const parts: string[] = [];
  for (let i = 0; i < units.length; i += CHUNK) parts.push(String.fromCharCode(...units.subarray(i, i + CHUNK)));
  return parts.join("");
}
