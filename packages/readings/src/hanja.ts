import type { Span } from "@stele/model";
import { jamoOf, ONSET, syllableOf } from "@stele/model/hangul";
import { FURTHER_HANJA_READINGS } from "./hanja-readings.ts";
import { toTraditional } from "./script.ts";

/** The Hanja of a Korean word, found through the Chinese word that says the same. */
export interface HanjaSuggestion extends Span {
  /** Traditional characters, one for every syllable of `[start, end)` of the Korean word. */
  readonly hanja: string;
}

/** Below two syllables a shared reading is chance more often than kinship. */
const SHORTEST = 2;
/** ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ by their number in Unicode: the vowels before which ㄴ and ㄹ fall at the head of a word. */
const PALATAL_VOWELS: ReadonlySet<number> = new Set([2, 3, 6, 7, 12, 17, 20]);

/**
 * The Sino-Korean readings of a Han character, its usual one first, with the forms that the initial-sound rule gives
 * it (女: 녀, 여); empty for a character without one.
 */
export async function hanjaReadings(character: string): Promise<readonly string[]> {
  const table = await loadTable();
  return readingsIn(table, character);
}

/**
 * Hanja for a Korean word where the linked Chinese word has that reading: `suggestHanja("경제는", "经济")` gives 經濟
 * over the first two syllables. Undefined where the readings do not agree.
 */
export async function suggestHanja(korean: string, chinese: string): Promise<HanjaSuggestion | undefined> {
  const hanja = [...(await toTraditional(chinese)).text];
  if (hanja.length < SHORTEST) return undefined;
  const table = await loadTable();
  const readings = hanja.map((character) => readingsIn(table, character));
  const syllables = [...korean];
  const offsets = syllables.map((_, index) => syllables.slice(0, index).join("").length);
  for (let from = 0; from + hanja.length <= syllables.length; from += 1) {
    if (!readings.every((known, index) => known.includes(syllables[from + index] ?? ""))) continue;
    return { start: offsets[from] ?? 0, end: offsets[from + hanja.length] ?? korean.length, hanja: hanja.join("") };
  }
  return undefined;
}

type ReadCharacter = (character: string) => string;

/** The package applies the initial-sound rule at the head only: behind another character the plain reading shows. */
async function loadTable(): Promise<ReadCharacter> {
  const { translate } = await import("hanja/lib/translate.js");
  return (character) => [...translate(`一${character}`, "SUBSTITUTION")].at(-1) ?? "";
}

function readingsIn(table: ReadCharacter, character: string): readonly string[] {
  const usual = table(character);
  const further = [...(FURTHER_HANJA_READINGS[character] ?? "")];
  const known = [usual, ...further].filter((reading) => jamoOf(reading) !== undefined);
  return [...new Set(known.flatMap((reading) => [reading, ...headForms(reading)]))];
}

/** Initial-sound rule (Hangul orthography, articles 10 to 12): 녀 여, 리 이, 락 낙; and 렬, 률 after a vowel. */
function headForms(reading: string): readonly string[] {
  const jamo = jamoOf(reading);
  if (jamo === undefined) return [];
  const isPalatal = PALATAL_VOWELS.has(jamo.vowel);
  if (isPalatal && (jamo.onset === ONSET.nieun || jamo.onset === ONSET.rieul)) {
    return [syllableOf({ ...jamo, onset: ONSET.ieung })];
  }
  return jamo.onset === ONSET.rieul ? [syllableOf({ ...jamo, onset: ONSET.nieun })] : [];
}
