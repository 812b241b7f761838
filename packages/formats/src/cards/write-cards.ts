import type { Polytext } from "@stele/model";
import { csvLine } from "../csv/write-csv.ts";
import type { OutputFile, WriteOptions } from "../format.ts";
import { rowTexts } from "../parallel-rows.ts";
import { tsvLine } from "../tsv/write-tsv.ts";

/** A card to learn from: a sentence, its translation, and the word it was kept for. */
export interface Card {
  readonly word?: string;
  readonly sentence: string;
  readonly translation: string;
  readonly note?: string;
}

/** Anki's own header lines (docs.ankiweb.net, "File headers"): fields are text, so a mark in one is no HTML. */
const ANKI_HEAD = "#separator:tab\n#html:false\n";

/** Anki text: a note a row that has a text on every side, a column a language. */
export function writeAnki(polytext: Polytext): readonly OutputFile[] {
  return [{ suffix: ".anki.txt", chunks: ankiRows(polytext) }];
}

function* ankiRows(polytext: Polytext): Iterable<string> {
  yield ANKI_HEAD;
  yield `#columns:${polytext.sides.map(({ article }) => article.language).join("\t")}\n`;
  for (const { runs } of polytext.rows) {
    const texts = rowTexts(polytext, runs);
    if (texts.every((text) => text.trim() !== "")) yield ankiLine(texts);
  }
}

/** A line that Anki takes for a comment begins with `#`; quoted it is text. */
function ankiLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/^#|"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return tsvLine(quoted);
}

/**
 * Saved sentences as Anki text: sentence, translation, word, note. The sentence comes first because Anki takes two
 * notes with the same first field for one, and a word has many sentences.
 */
export function* ankiCards(cards: Iterable<Card>): Iterable<string> {
  yield `${ANKI_HEAD}#columns:sentence\ttranslation\tword\tnote\n`;
  for (const { sentence, translation, word = "", note = "" } of cards) {
    yield ankiLine([sentence, translation, word, note]);
  }
}

/** Saved sentences as CSV for spreadsheets and other programs, with the same columns. */
export function* csvCards(cards: Iterable<Card>, options: WriteOptions = {}): Iterable<string> {
  yield `\ufeff${csvLine(["word", "sentence", "translation", "note"], options)}`;
  for (const card of cards) yield csvLine(cellsOf(card), options);
}

function cellsOf({ word = "", sentence, translation, note = "" }: Card): readonly string[] {
  return [word, sentence, translation, note];
}
