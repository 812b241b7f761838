import type { Polytext } from "@stele/core";
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
  const rows = polytext.rows.map(({ runs }, index): ParallelRow => {
    const note = notes.get(index);
    const base = { cells: rowTexts(polytext, runs), isDoubtful: doubtful.has(index) };
    return note === undefined ? base : { ...base, note };
  });
  const headers = polytext.sides.map(({ article }) => session.t(`cli.languages.${article.language}`));
  return parallelTable({ headers, rows }, session);
}
