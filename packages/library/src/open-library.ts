import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Bitext, type LongBitext, SteleError, wholeBitext } from "@stele/model";
import { openAnswers } from "./answers.ts";
import { getArticle, putArticle } from "./articles.ts";
import { backUp, isSound, restoreBackup } from "./backup.ts";
import { bitextHistory, getBitext, holdsBitext, putBitext } from "./bitexts.ts";
import type { Library, LibraryOptions, SaveLongOptions, SaveOptions } from "./library.ts";
import { holdsLongBitext, putLongBitext } from "./long-bitexts.ts";
import { replaceBitextUnits } from "./memory/bitext-units.ts";
import { searchConcordance } from "./memory/concordance.ts";
import { openMemory } from "./memory/open-memory.ts";
import { purgeRemovedTexts } from "./purge.ts";
import { openRuns } from "./runs.ts";
import { openSpool } from "./spool.ts";
import { type Database, openDatabase } from "./sqlite/database.ts";
import { openSentences, openWords } from "./study.ts";
import {
  bitextsOfText,
  findText,
  joinText,
  listTexts,
  notInLibrary,
  putSide,
  putText,
  relistTextOf,
  setRemoved,
  sideOfText,
  textIdOfBitext,
} from "./texts.ts";

/**
 * Opens a library, making or updating its file.
 *
 * @throws SteleError `library-newer`, `library-damaged`, `library-locked`, `library-read-only`, `disk-full`.
 */
export function openLibrary({ file, readOnly = false, timeoutMs = 5000, maxPages }: LibraryOptions): Library {
  if (!readOnly) makeFolder(file);
  const limit = maxPages === undefined ? {} : { maxPages };
  const database = openDatabase({ file, isReadOnly: readOnly, timeoutMs, ...limit });
  const save = (bitext: Bitext, options: SaveOptions): Bitext => saveBitext(database, bitext, options);
  return {
    file,
    saveSide: (side) => {
      database.transaction(() => {
        putArticle(database, side.article);
        putSide(database, putText(database, side.article), side);
      });
    },
    side: (id) => sideOfText(database, id),
    article: (id) => getArticle(database, id),
    saveBitext: (bitext, options = {}) => save(bitext, options),
    saveLong: (bitext, options = {}) => saveLong(database, bitext, options),
    holds: (bitext) => ("passages" in bitext ? holdsLongBitext(database, bitext) : holdsBitext(database, bitext)),
    spool: () => openSpool(database),
    bitext: (id, revision) => getBitext(database, id, revision),
    bitextsOf: (id) => bitextsOfText(database, id),
    history: (id) => bitextHistory(database, id),
    restoreRevision: (id, revision, options = {}) => {
      const old = getBitext(database, id, revision);
      if (old === undefined) throw notInLibrary("revision", `${id} ${revision}`);
      return save(old, { seen: getBitext(database, id)?.revision ?? revision, ...options });
    },
    together: (work) => database.transaction(work),
    waitingAtMost: (ms, work) => database.waitingAtMost(ms, work),
    texts: () => listTexts(database),
    removedTexts: () => listTexts(database, { isRemoved: true }),
    text: (id) => findText(database, id),
    textOf: (id) => textIdOfBitext(database, id),
    purgeRemoved: () => purgeRemovedTexts(database),
    concordance: (query) => searchConcordance(database, query),
    isSound: () => isSound(database),
    removeText: (id) => setRemoved(database, id, Date.now()),
    restoreText: (id) => setRemoved(database, id, null),
    backup: (target) => backUp(database, target),
    restore: (backup) => restoreBackup(database, backup),
    answers: openAnswers(database),
    runs: openRuns(database),
    memory: openMemory(database),
    words: openWords(database),
    sentences: openSentences(database),
    close: () => database.close(),
  };
}

function saveBitext(database: Database, bitext: Bitext, { seen = bitext.revision, author }: SaveOptions): Bitext {
  return database.transaction(() => {
    putArticle(database, bitext.source.article);
    const textId = relistTextOf(database, bitext.id) ?? putText(database, bitext.source.article);
    const before = getBitext(database, bitext.id);
    const saved = putBitext(database, author === undefined ? bitext : { ...bitext, author }, { seen, textId });
    if (saved !== before) replaceBitextUnits(database, saved, before);
    joinText(database, bitext.target.article.id, textId);
    return saved;
  });
}

function saveLong(database: Database, bitext: LongBitext, { mayReplace = () => true }: SaveLongOptions): boolean {
  return database.transaction(() => {
    const known = holdsLongBitext(database, bitext) ? undefined : getBitext(database, bitext.id);
    const isKept = relistTextOf(database, bitext.id) !== undefined;
    if (known !== undefined && !mayReplace(known)) return false;
    if (known !== undefined) saveBitext(database, wholeBitext(bitext), { seen: known.revision });
    else if (!isKept) putLongBitext(database, bitext);
    return true;
  });
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new SteleError({
      code: "library-read-only",
      message: `The folder of the library ${file} cannot be made.`,
      hint: "Check who owns the folder above it, or name another data folder.",
      details: { file },
      cause: error,
    });
  }
}
