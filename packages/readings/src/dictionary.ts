import { type Span, SteleError } from "@stele/model";
import { toneMarks } from "./tone-marks.ts";

/** One entry of the dictionary. */
export interface DictionaryEntry {
  readonly traditional: string;
  readonly simplified: string;
  /** With tone marks, a blank between syllables. */
  readonly pinyin: string;
  readonly senses: readonly string[];
}

/** A word found in a running text. */
export interface DictionaryHit extends Span {
  readonly entries: readonly DictionaryEntry[];
}

/** CC-CEDICT in memory. */
export interface Dictionary {
  /** How many entries it has. */
  readonly size: number;
  /** All entries of a word in either script, in the dictionary's order; empty where it is not there. */
  lookUp(word: string): readonly DictionaryEntry[];
  /** The longest word that begins at `offset` (UTF-16) of a text; undefined where none does. */
  longestAt(text: string, offset: number): DictionaryHit | undefined;
}

/** To be shown wherever an entry is shown. */
export const CEDICT_ATTRIBUTION = "CC-CEDICT (MDBG and contributors), CC BY-SA 4.0";

/** traditional, simplified, pinyin with digits, one sense or several. */
type Row = readonly [string, string, string, string | readonly string[]];

/** Longer headwords are proverbs; none that a reader points at has more characters. */
const LONGEST_WORD = 12;

/**
 * Opens the dictionary from the text of the data file of the package `cc-cedict` (`data/all.js`), which a server or a
 * script reads for it: 11 MB, about 0.5 s. The package's own module is never imported, it takes 9 s.
 *
 * @throws SteleError `input-malformed` where the text is not that file's.
 */
export function openDictionary(file: string): Dictionary {
  const rows = parseRows(file);
  const places = new Map<string, number[]>();
  for (const [index, [traditional, simplified]] of rows.entries()) {
    addPlace(places, traditional, index);
    if (simplified !== traditional) addPlace(places, simplified, index);
  }
  const lookUp = (word: string): readonly DictionaryEntry[] =>
    (places.get(word) ?? []).flatMap((index) => entryOf(rows[index]));
  return { size: rows.length, lookUp, longestAt: (text, offset) => longestAt(lookUp, text, offset) };
}

function addPlace(places: Map<string, number[]>, word: string, index: number): void {
  const known = places.get(word);
  if (known === undefined) places.set(word, [index]);
  else known.push(index);
}

function longestAt(lookUp: Dictionary["lookUp"], text: string, offset: number): DictionaryHit | undefined {
  const characters = [...text.slice(offset, offset + 2 * LONGEST_WORD)].slice(0, LONGEST_WORD);
  for (let count = characters.length; count > 0; count -= 1) {
    const word = characters.slice(0, count).join("");
    const entries = lookUp(word);
    if (entries.length > 0) return { start: offset, end: offset + word.length, entries };
  }
  return undefined;
}

function parseRows(file: string): readonly Row[] {
  try {
    const parsed: unknown = JSON.parse(file.slice(file.indexOf("{"), file.lastIndexOf("}") + 1));
    const rows = typeof parsed === "object" && parsed !== null && "all" in parsed ? parsed.all : undefined;
    if (Array.isArray(rows) && rows.length > 0 && rows.every(isRow)) return rows;
  } catch (error) {
    throw notADictionary(error);
  }
  throw notADictionary();
}

function isRow(value: unknown): value is Row {
  if (!Array.isArray(value)) return false;
  const [traditional, simplified, pinyin, senses] = value;
  const words = [traditional, simplified, pinyin].every((part) => typeof part === "string");
  return words && (typeof senses === "string" || Array.isArray(senses));
}

function entryOf(row: Row | undefined): readonly DictionaryEntry[] {
  if (row === undefined) return [];
  const [traditional, simplified, pinyin, senses] = row;
  return [
    { traditional, simplified, pinyin: toneMarks(pinyin), senses: typeof senses === "string" ? [senses] : senses },
  ];
}

function notADictionary(cause?: unknown): SteleError {
  return new SteleError({
    code: "input-malformed",
    message: "The dictionary file is not the data of CC-CEDICT that was expected.",
    hint: "Install the packages again; the dictionary comes with them.",
    details: { format: "cc-cedict" },
    cause,
  });
}
