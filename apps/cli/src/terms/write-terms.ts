import type { LanguageTag, ProposedTerm } from "@stele/core";
import type { Session } from "../session.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeCells } from "./csv-cells.ts";

/** Terms in the languages of their article and of the equivalents. */
export interface TermsResult {
  readonly language: LanguageTag;
  /** Absent where no equivalents were asked for. */
  readonly to?: LanguageTag;
  readonly terms: readonly ProposedTerm[];
}

/** How terms are written; `csv` is what `stele glossary` and `--glossary` read. */
export type TermsFormat = "table" | "csv" | "json";

/** The chunks of a list of terms. */
export function writeTerms(result: TermsResult, format: TermsFormat, session: Session): Iterable<string> {
  if (format === "json") return [`${JSON.stringify(result, undefined, 2)}\n`];
  return format === "csv" ? csvLines(result) : table(result, session);
}

/** A line a term, the best equivalent beside it; nothing beside a term that is still to be decided. */
function csvLines({ language, to, terms }: TermsResult): readonly string[] {
  const header = to === undefined ? [] : [writeCells([language, to])];
  return [...header, ...terms.map(({ term, equivalents: [best] }) => writeCells([term, best?.target ?? ""]))];
}

function table({ terms }: TermsResult, session: Session): readonly string[] {
  const { t } = session;
  const columns = ["source", "times", "target", "found", "likeness", "example"] as const;
  const rows = terms.map(({ term, count, equivalents: [best, ...others] }) => {
    if (best === undefined) return [term, String(count), "", "", "", ""];
    const targets = [best.target, ...others.map((other) => `(${other.target})`)].join(" ");
    const likeness = best.likeness === 0 ? "" : best.likeness.toFixed(2);
    return [
      term,
      String(count),
      targets,
      t(`cli.terms.from.${best.from}`, { count: best.count }),
      likeness,
      best.example?.target ?? "",
    ];
  });
  return listTable({ headers: columns.map((column) => t(`cli.columns.${column}`)), rows, flexible: 5 }, session);
}
