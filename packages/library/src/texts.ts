import {
  type Article,
  type ArticleId,
  type Bitext,
  type BitextId,
  type LanguageTag,
  type Side,
  SteleError,
  shortened,
} from "@stele/model";
import { getBitext } from "./bitexts.ts";
import { putLayout } from "./kept-layouts.ts";
import { getSide } from "./kept-sides.ts";
import { numberOf, optionalNumber, optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";
import { storable } from "./storable.ts";

/** A text of the library: one source article with everything aligned to it. */
export interface TextSummary {
  readonly id: ArticleId;
  readonly title: string;
  /** The source's language first. */
  readonly languages: readonly LanguageTag[];
  readonly savedAt: Date;
  readonly changedAt: Date;
  /** Set where the text was removed and can still be brought back. */
  readonly removedAt?: Date;
  /** Sentences a language, of the latest revisions. */
  readonly sentences: Readonly<Partial<Record<LanguageTag, number>>>;
  readonly bitexts: readonly BitextId[];
}

/** Longest title that lists show, in code units. */
const TITLE_LENGTH = 120;
/** So much of a text is looked at for its title: a block may be a whole book. */
const TITLE_LOOK = 2000;

/** Lists an article as a text unless it belongs to one; brings a removed one back. */
export function putText(database: Database, article: Article): ArticleId {
  const { id, derivedFrom } = article;
  const known = textOfArticle(database, id);
  const before = derivedFrom === undefined ? undefined : textOfArticle(database, derivedFrom);
  const textId = known ?? before ?? id;
  const now = Date.now();
  const sql = `INSERT INTO text (id, title, saved_at, changed_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET removed_at = NULL, changed_at = excluded.changed_at`;
  database.run(sql, textId, storable(titleOf(article), "title"), now, now);
  return textId;
}

/** Keeps sentences and origin of a text's own article, for as long as no bitext has them. */
export function putSide(database: Database, textId: ArticleId, side: Side): void {
  if (textId === side.article.id) setLayout(database, textId, putLayout(database, side, undefined));
}

/** Says with which layout a text came. */
export function setLayout(database: Database, textId: ArticleId, layoutId: string): void {
  database.run("UPDATE text SET layout = ? WHERE id = ?", layoutId, textId);
}

/** The side that `putSide` kept. */
export function sideOfText(database: Database, id: ArticleId): Side | undefined {
  const layoutId = optionalText(database.get("SELECT layout FROM text WHERE id = ?", id) ?? {}, "layout");
  return layoutId === undefined ? undefined : getSide(database, { id, layoutId, missing: () => notKept(id) });
}

/** A target that was saved as an article of its own before is no text of its own any more. */
export function joinText(database: Database, target: ArticleId, textId: ArticleId): void {
  if (target === textId) return;
  database.run("DELETE FROM text WHERE id = ? AND id NOT IN (SELECT text_id FROM bitext)", target);
}

/** Lists the text of a kept bitext again: it counts as changed, and comes back where it was removed. Gives its id. */
export function relistTextOf(database: Database, id: BitextId): ArticleId | undefined {
  const textId = textIdOfBitext(database, id);
  if (textId === undefined) return undefined;
  database.run("UPDATE text SET removed_at = NULL, changed_at = ? WHERE id = ?", Date.now(), textId);
  return textId;
}

/** The text that holds an article, as its source or on either side of a bitext. */
function textOfArticle(database: Database, id: ArticleId): ArticleId | undefined {
  const sql = `SELECT id FROM text WHERE id = ?1 UNION ALL
    SELECT text_id FROM bitext b JOIN revision r ON r.bitext_id = b.id WHERE source_id = ?1 UNION ALL
    SELECT text_id FROM bitext b JOIN revision r ON r.bitext_id = b.id WHERE target_id = ?1 LIMIT 1`;
  const row = database.get(sql, id);
  return row === undefined ? undefined : (textOf(row, "id") as ArticleId);
}

const TEXTS = `SELECT t.*, a.language, l.sentences FROM text t JOIN article a ON a.id = t.id
  LEFT JOIN layout l ON l.id = t.layout`;

/** The texts that are there, or those removed; the last changed first. */
export function listTexts(database: Database, { isRemoved = false } = {}): readonly TextSummary[] {
  const sql = `${TEXTS} WHERE (removed_at IS NOT NULL) = ? ORDER BY changed_at DESC, t.id`;
  return database.all(sql, isRemoved ? 1 : 0).map((row) => summaryOf(database, row));
}

/** One text, removed or not; undefined where there is none with this id. */
export function findText(database: Database, id: ArticleId): TextSummary | undefined {
  const row = database.get(`${TEXTS} WHERE t.id = ?`, id);
  return row === undefined ? undefined : summaryOf(database, row);
}

/** The text to which a bitext belongs; undefined where the bitext is not kept. */
export function textIdOfBitext(database: Database, id: BitextId): ArticleId | undefined {
  const row = database.get("SELECT text_id FROM bitext WHERE id = ?", id);
  return row === undefined ? undefined : (textOf(row, "text_id") as ArticleId);
}

/** Languages and sentence counts of the latest revisions, without reading any text. */
const PARTS = `SELECT b.id, s.language AS source, t.language AS target,
    sl.sentences AS sources, tl.sentences AS targets
  FROM bitext b JOIN revision r ON r.bitext_id = b.id AND r.revision = b.revision
    JOIN article s ON s.id = r.source_id JOIN article t ON t.id = r.target_id
    JOIN layout sl ON sl.id = r.source JOIN layout tl ON tl.id = r.target
    JOIN revision f ON f.bitext_id = b.id AND f.revision = 1
  WHERE b.text_id = ? ORDER BY f.saved_at, b.id`;

function summaryOf(database: Database, row: SqlRow): TextSummary {
  const id = textOf(row, "id") as ArticleId;
  const parts = database.all(PARTS, id);
  const sentences = new Map<LanguageTag, number>();
  const language = textOf(row, "language") as LanguageTag;
  const languages = new Set([language]);
  for (const part of parts) {
    for (const side of ["source", "target"]) {
      const language = textOf(part, side) as LanguageTag;
      languages.add(language);
      if (!sentences.has(language)) sentences.set(language, numberOf(part, `${side}s`));
    }
  }
  const own = optionalNumber(row, "sentences");
  if (own !== null && !sentences.has(language)) sentences.set(language, own);
  const removedAt = optionalNumber(row, "removed_at");
  return {
    id,
    title: textOf(row, "title"),
    languages: [...languages],
    savedAt: new Date(numberOf(row, "saved_at")),
    changedAt: new Date(numberOf(row, "changed_at")),
    ...(removedAt === null ? {} : { removedAt: new Date(removedAt) }),
    sentences: Object.fromEntries(sentences),
    bitexts: parts.map((part) => textOf(part, "id") as BitextId),
  };
}

/** The latest revisions of a text's bitexts, in the order in which they came; any article of the text names it. */
export function bitextsOfText(database: Database, id: ArticleId): readonly Bitext[] {
  const textId = textOfArticle(database, id) ?? id;
  return database.all(PARTS, textId).flatMap((row) => getBitext(database, textOf(row, "id") as BitextId) ?? []);
}

/**
 * Marks a text as removed, or as there again.
 *
 * @throws SteleError `not-found`.
 */
export function setRemoved(database: Database, id: ArticleId, removedAt: number | null): void {
  const { changes } = database.run("UPDATE text SET removed_at = ? WHERE id = ?", removedAt, id);
  if (changes === 0) throw notInLibrary("text", id);
}

function notKept(id: string): SteleError {
  return new SteleError({
    code: "library-damaged",
    message: `The sentences of the text ${id} are not in the library any more.`,
    hint: "Restore the library from a backup, or add the text anew.",
    details: { id },
  });
}

/** Nothing with this id is kept. */
export function notInLibrary(what: string, id: string): SteleError {
  return new SteleError({
    code: "not-found",
    message: `There is no ${what} ${id} in the library.`,
    hint: `List what is there with: npx stele ${what === "memory" ? "tm stats" : "library list"}`,
    details: { what, id },
  });
}

function titleOf({ text, blocks }: Article): string {
  const block = blocks.find(({ kind }) => kind === "title") ?? blocks.find(({ kind }) => kind === "paragraph");
  const { start, end } = block ?? { start: 0, end: text.length };
  const whole = text.slice(start, Math.min(end, start + TITLE_LOOK)).trimStart();
  const line = (block === undefined ? (/^.*/.exec(whole)?.[0] ?? "") : whole).replace(/\s+/gu, " ").trim();
  return shortened(line, TITLE_LENGTH);
}
