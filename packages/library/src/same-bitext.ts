import type { ArticleId, Bitext, LongReport, Provenance, Side, SideName } from "@stele/model";
import { getLayout } from "./kept-layouts.ts";
import { readReport, writeReport } from "./kept-report.ts";
import { beadPieces, readProvenance, writeLayout } from "./layout.ts";
import { optionalText, textOf } from "./row-values.ts";
import type { Database } from "./sqlite/database.ts";
import type { SqlRow } from "./sqlite/driver.ts";

/** A bitext as it would be written. */
export interface WrittenBitext {
  readonly source: WrittenSide;
  readonly target: WrittenSide;
  /** The text of its beads, in pieces. */
  readonly beads: Iterable<string>;
  readonly report?: LongReport;
}

/** A side as it would be written. */
export interface WrittenSide {
  readonly id: ArticleId;
  readonly provenance: Provenance;
  /** The id of its layout, were this its provenance. */
  layoutId(provenance: Provenance): string;
}

/** How a bitext that is held would be written. */
export function writtenBitext({ source, target, beads, report }: Bitext): WrittenBitext {
  const sides = { source: writtenSide(source), target: writtenSide(target) };
  return { ...sides, beads: beadPieces(beads), ...(report === undefined ? {} : { report }) };
}

/** How a side that is held would be written. */
function writtenSide(side: Side): WrittenSide {
  const { article, provenance } = side;
  const layoutId = (own: Provenance): string =>
    writeLayout(own === provenance ? side : { ...side, provenance: own }).id;
  return { id: article.id, provenance, layoutId };
}

/**
 * Whether a row of `revision` says what a bitext says; `beads` gives the row's beads as text. A translation that was
 * made again from kept answers differs in nothing but its date: that is the same. Nothing of the row is parsed but for
 * that: two texts of a book are compared, not two books.
 */
export function isSameBitext(
  database: Database,
  bitext: WrittenBitext,
  { row, beads }: { readonly row: SqlRow; readonly beads: () => string },
): boolean {
  const isSideSame = (side: SideName): boolean =>
    textOf(row, `${side}_id`) === bitext[side].id && isLayoutSame(database, textOf(row, side), bitext[side]);
  const isReportSame = (): boolean =>
    bitext.report === undefined || isReportText(optionalText(row, "report"), writeReport(bitext.report));
  return isSideSame("source") && isSideSame("target") && isText(beads(), bitext.beads) && isReportSame();
}

function isText(text: string, pieces: Iterable<string>): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (!text.startsWith(piece, at)) return false;
    at += piece.length;
  }
  return at === text.length;
}

/** An older library wrote every piece of a report out. */
function isReportText(kept: string | undefined, text: string): boolean {
  return kept !== undefined && (kept === text || writeReport(readReport(kept)) === text);
}

function isLayoutSame(database: Database, id: string, side: WrittenSide): boolean {
  const { provenance } = side;
  if (side.layoutId(provenance) === id) return true;
  const { origin } = provenance;
  const data = origin.kind === "engine" ? getLayout(database, id) : undefined;
  const known = data === undefined ? undefined : readProvenance(data).origin;
  if (origin.kind !== "engine" || known?.kind !== "engine" || known.date === origin.date) return false;
  return side.layoutId({ ...provenance, origin: { ...origin, date: known.date } }) === id;
}
