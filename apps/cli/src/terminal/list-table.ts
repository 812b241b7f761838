import stringWidth from "string-width";
import type { Session } from "../session.ts";
import { plain } from "./plain.ts";
import { padCell, wrapCell } from "./wrap-cell.ts";

/** A plain list with a header: every column as wide as its widest cell, the first text column cut to fit. */
export interface ListTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which column gives way where the terminal is too narrow. */
  readonly flexible: number;
}

const GUTTER = "  ";
const LEAST_FLEXIBLE = 20;

/** The lines of a list. */
export function listTable({ headers, rows, flexible }: ListTable, session: Session): readonly string[] {
  const cells = rows.map((row) => row.map((text) => plain(text).replaceAll(/\s+/g, " ")));
  const widths = headers.map((header, column) =>
    Math.max(stringWidth(header), ...cells.map((row) => stringWidth(row[column] ?? ""))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + GUTTER.length * (headers.length - 1);
  const over = Math.max(0, total - (session.io.stdout.columns ?? Number.POSITIVE_INFINITY));
  const narrowed = widths.map((width, column) =>
    column === flexible ? Math.max(Math.min(width, LEAST_FLEXIBLE), width - over) : width,
  );
  const line = (row: readonly string[]): string =>
    `${row
      .map((text, column) => padCell(cut(text, narrowed[column] ?? 0), narrowed[column] ?? 0))
      .join(GUTTER)
      .trimEnd()}\n`;
  return [session.colours.bold(line(headers)), ...cells.map(line)];
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  return `${wrapCell(text, width - 1)[0] ?? ""}…`;
}
