import type { ArticleId, LanguageTag, WordState } from "@stele/model";
import { numberOf, optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";
import { storable } from "./storable.ts";
import { notInLibrary } from "./texts.ts";

/** A word that a reader marked. */
export interface MarkedWord {
  readonly language: LanguageTag;
  readonly word: string;
  readonly state: WordState;
  readonly note?: string;
  readonly markedAt: Date;
}

/** The words of a reader. */
export interface Words {
  /** Marks a word, or changes its mark. */
  mark(word: Omit<MarkedWord, "markedAt">): void;
  /** Takes the mark away; without one nothing happens. */
  unmark(language: LanguageTag, word: string): void;
  /** In one language or in all, the last marked first. */
  list(language?: LanguageTag): readonly MarkedWord[];
}

/** A sentence that a reader keeps, with its counterpart as it was then. */
export interface SavedSentence {
  readonly sourceLanguage: LanguageTag;
  readonly source: string;
  readonly targetLanguage: LanguageTag;
  readonly target: string;
  /** The word for whose sake it was saved. */
  readonly word?: string;
  readonly textId?: ArticleId;
}

/** A saved sentence as lists show it. */
export interface KeptSentence extends SavedSentence {
  readonly id: number;
  readonly savedAt: Date;
}

/** The sentences of a reader. */
export interface Sentences {
  /** Gives its number. One that is kept already, with the same counterpart and word, comes to the front instead. */
  save(sentence: SavedSentence): number;
  /** Throws `not-found`. */
  remove(id: number): void;
  /** The last saved first. */
  list(): readonly KeptSentence[];
}

/** The words of a library's reader. */
export function openWords(database: Database): Words {
  return {
    mark({ language, word, state, note }) {
      const sql = "INSERT OR REPLACE INTO word VALUES (?, ?, ?, ?, ?)";
      const noteOrNull = note === undefined ? null : storable(note, "note");
      database.run(sql, language, storable(word, "word"), state, noteOrNull, Date.now());
    },
    unmark: (language, word) => {
      database.run("DELETE FROM word WHERE language = ? AND word = ?", language, word);
    },
    list: (language) => {
      const sql = "SELECT * FROM word WHERE ?1 IS NULL OR language = ?1 ORDER BY marked_at DESC, word";
      return database.all(sql, language ?? null).map(wordOf);
    },
  };
}

const SAME_SENTENCE = `SELECT id FROM sentence
  WHERE source_language = ? AND source = ? AND target_language = ? AND target = ? AND word IS ?`;
const NEW_SENTENCE = `INSERT INTO sentence
  (source_language, source, target_language, target, word, text_id, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** The sentences of a library's reader. */
export function openSentences(database: Database): Sentences {
  return {
    save(sentence) {
      const { sourceLanguage, source, targetLanguage, target, word, textId } = sentence;
      const texts = [sourceLanguage, storable(source, "sentence"), targetLanguage, storable(target, "sentence")];
      const identity = [...texts, word === undefined ? null : storable(word, "word")];
      const [kept] = database.all(SAME_SENTENCE, ...identity);
      if (kept === undefined) return database.run(NEW_SENTENCE, ...identity, textId ?? null, Date.now()).id;
      const id = numberOf(kept, "id");
      database.run("UPDATE sentence SET text_id = ?, saved_at = ? WHERE id = ?", textId ?? null, Date.now(), id);
      return id;
    },
    remove(id) {
      const { changes } = database.run("DELETE FROM sentence WHERE id = ?", id);
      if (changes === 0) throw notInLibrary("saved sentence", String(id));
    },
    list: () => database.all("SELECT * FROM sentence ORDER BY saved_at DESC, id DESC").map(sentenceOf),
  };
}

function wordOf(row: SqlRow): MarkedWord {
  const note = optionalText(row, "note");
  return {
    language: textOf(row, "language") as LanguageTag,
    word: textOf(row, "word"),
    state: textOf(row, "state") as WordState,
    markedAt: new Date(numberOf(row, "marked_at")),
    ...(note === undefined ? {} : { note }),
  };
}

function sentenceOf(row: SqlRow): KeptSentence {
  const word = optionalText(row, "word");
  const textId = optionalText(row, "text_id");
  return {
    id: numberOf(row, "id"),
    sourceLanguage: textOf(row, "source_language") as LanguageTag,
    source: textOf(row, "source"),
    targetLanguage: textOf(row, "target_language") as LanguageTag,
    target: textOf(row, "target"),
    ...(word === undefined ? {} : { word }),
    ...(textId === undefined ? {} : { textId: textId as ArticleId }),
    savedAt: new Date(numberOf(row, "saved_at")),
  };
}
