import type { Bitext, Side } from "@stele/model";
import { getLayout } from "./kept-layouts.ts";
import { readReport, writeReport } from "./kept-report.ts";
import { readProvenance, writeBeads, writeLayout } from "./layout.ts";
import { optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";

/**
 * Whether a row of `revision` says what a bitext says; `beads` gives the row's beads as text. A translation that was
 * made again from kept answers differs in nothing but its date: that is the same. Nothing of the row is parsed but for
 * that: two texts of a book are compared, not two books.
 */
export function isSameBitext(
  database: Database,
  bitext: Bitext,
  { row, beads }: { readonly row: SqlRow; readonly beads: () => string },
): boolean {
  const isSideSame = (side: "source" | "target"): boolean =>
    textOf(row, `${side}_id`) === bitext[side].article.id && isLayoutSame(database, textOf(row, side), bitext[side]);
  const isReportSame = (): boolean =>
    bitext.report === undefined || isReportText(optionalText(row, "report"), writeReport(bitext.report));
  return isSideSame("source") && isSideSame("target") && beads() === writeBeads(bitext.beads) && isReportSame();
}

/** An older library wrote every piece of a report out. */
function isReportText(kept: string | undefined, text: string): boolean {
  return kept !== undefined && (kept === text || writeReport(readReport(kept)) === text);
}

function isLayoutSame(database: Database, id: string, side: Side): boolean {
  if (writeLayout(side).id === id) return true;
  const { origin } = side.provenance;
  const data = origin.kind === "engine" ? getLayout(database, id) : undefined;
  const known = data === undefined ? undefined : readProvenance(data).origin;
  if (origin.kind !== "engine" || known?.kind !== "engine" || known.date === origin.date) return false;
  const provenance = { ...side.provenance, origin: { ...origin, date: known.date } };
  return writeLayout({ ...side, provenance }).id === id;
}
