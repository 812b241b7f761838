import type { LongPolytext, Polytext } from "@stele/core";
import type { Session } from "../session.ts";
import { type ParallelRow, parallelTable } from "./parallel-table.ts";

/** A polytext as the terminal shows it; `notes` are lines below rows, by row number. */
export async function polytextTable(
  polytext: Polytext,
  session: Session,
  notes: ReadonlyMap<number, string> = new Map(),
): Promise<Iterable<string>> {
  const { doubtfulRows, rowTexts } = await session.core();
  const doubtful = doubtfulRows(polytext);
  function* rows(): Generator<ParallelRow, void, undefined> {
    for (const [index, { runs }] of polytext.rows.entries()) {
      const note = notes.get(index);
      const base = { cells: rowTexts(polytext, runs), isDoubtful: doubtful.has(index) };
      yield note === undefined ? base : { ...base, note };
    }
  }
  const headers = polytext.sides.map(({ article }) => session.t(`cli.languages.${article.language}`));
  return parallelTable({ headers, rows: rows(), count: polytext.rows.length }, session);
}

/** The same of what is too long to be held. */
export async function longTable(polytext: LongPolytext, session: Session): Promise<Iterable<string>> {
  const { translationsIn } = await session.core();
  function* rows(): Generator<ParallelRow, void, undefined> {
    for (const { text, isDoubtful } of polytext.rows) yield { cells: text, isDoubtful };
  }
  const translations = translationsIn(polytext);
  const sources = translations.slice(0, 1).map(({ source }) => source.article.language);
  const languages = [...sources, ...translations.map(({ target }) => target.language)];
  const headers = languages.map((language) => session.t(`cli.languages.${language}`));
  return parallelTable({ headers, rows: rows(), count: polytext.length }, session);
}
