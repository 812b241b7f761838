import type { Polytext } from "@stele/core";
import type { Session } from "../session.ts";
import { type ParallelRow, parallelTable } from "./parallel-table.ts";

/** A polytext as the terminal shows it; `notes` are lines below rows, by row number. */
export async function polytextTable(
  polytext: Polytext,
  session: Session,
  notes: ReadonlyMap<number, string> = new Map(),
): Promise<Iterable<string>> {
  const { rowTexts } = await session.core();
  const doubtful = doubtfulRows(polytext);
  const rows = polytext.rows.map(({ runs }, index): ParallelRow => {
    const note = notes.get(index);
    const base = { cells: rowTexts(polytext, runs), isDoubtful: doubtful.has(index) };
    return note === undefined ? base : { ...base, note };
  });
  const headers = polytext.sides.map(({ article }) => session.t(`cli.languages.${article.language}`));
  return parallelTable({ headers, rows }, session);
}

/** The rows in which a bead of some pair asks to be looked at twice. */
function doubtfulRows(polytext: Polytext): ReadonlySet<number> {
  const doubtful = new Set<number>();
  for (const pair of polytext.pairs) {
    const side = polytext.sides.findIndex(({ article }) => article.id === pair.source.article.id);
    const low = pair.beads.filter((bead) => bead.lowScore).map((bead) => bead.source[0]);
    let next = 0;
    for (const [index, row] of polytext.rows.entries()) {
      const [from, to] = row.runs[side] ?? [0, 0];
      while (next < low.length && (low[next] ?? 0) < from) next += 1;
      if (next < low.length && (low[next] ?? 0) < to) doubtful.add(index);
    }
  }
  return doubtful;
}
