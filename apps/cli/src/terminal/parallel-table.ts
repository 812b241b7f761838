import type { Session } from "../session.ts";
import { plain } from "./plain.ts";
import { padCell, wrapCell } from "./wrap-cell.ts";

/** Parallel text as a terminal shows it. */
export interface ParallelTable {
  /** One a side. */
  readonly headers: readonly string[];
  /** Gone through once. */
  readonly rows: Iterable<ParallelRow>;
  /** How many there are. */
  readonly count: number;
}

/** One row: a text a side, empty where a side has nothing. */
export interface ParallelRow {
  readonly cells: readonly string[];
  /** True where a reader should look twice. */
  readonly isDoubtful: boolean;
  /** A line below the row. */
  readonly note?: string;
}

/** Below this many columns the sides stand under each other. */
const LEAST_WIDTH_FOR_COLUMNS = 100;
/** Lines longer than this are hard to read, however wide the terminal. */
const MOST_WIDTH = 180;
const GUTTER = "  ";

/** The lines of a table, as wide as the terminal; stacked where it is narrow. */
export function* parallelTable(table: ParallelTable, session: Session): Iterable<string> {
  const width = Math.min(session.io.stdout.columns ?? LEAST_WIDTH_FOR_COLUMNS, MOST_WIDTH);
  yield* width < LEAST_WIDTH_FOR_COLUMNS ? stacked(table, width, session) : columns(table, width, session);
}

function* columns(table: ParallelTable, width: number, { colours, t }: Session): Iterable<string> {
  const numbers = String(table.count).length;
  const sides = table.headers.length;
  const cell = Math.floor((width - numbers - 1 - sides * GUTTER.length) / sides);
  const titles = table.headers.map((header) => padCell(header, cell));
  yield `${colours.bold(`${" ".repeat(numbers + 1)}${GUTTER}${titles.join(GUTTER).trimEnd()}`)}\n`;
  yield `${colours.dim("─".repeat(numbers + 1 + sides * (cell + GUTTER.length)))}\n`;
  let index = 0;
  for (const row of table.rows) {
    const cells = row.cells.map((text) => wrapCell(shown(text, t("cli.say.missing")), cell));
    const height = Math.max(...cells.map((lines) => lines.length));
    for (let line = 0; line < height; line += 1) {
      const lead = line === 0 ? leadOf(index, row, numbers) : " ".repeat(numbers + 1);
      const texts = cells.map((lines) => padCell(lines[line] ?? "", cell)).join(GUTTER);
      yield `${row.isDoubtful ? colours.yellow(lead) : colours.dim(lead)}${GUTTER}${texts.trimEnd()}\n`;
    }
    yield* noteLines(row, numbers, colours);
    yield "\n";
    index += 1;
  }
}

function* stacked(table: ParallelTable, width: number, { colours, t }: Session): Iterable<string> {
  const label = Math.max(...table.headers.map((header) => header.length));
  const cell = Math.max(20, width - label - GUTTER.length);
  let index = 0;
  for (const row of table.rows) {
    const lead = leadOf(index, row, 1);
    yield `${row.isDoubtful ? colours.yellow(lead) : colours.dim(lead)}\n`;
    for (const [side, text] of row.cells.entries()) {
      const lines = wrapCell(shown(text, t("cli.say.missing")), cell);
      for (const [number, line] of lines.entries()) {
        const name = number === 0 ? (table.headers[side] ?? "") : "";
        yield `${colours.bold(padCell(name, label))}${GUTTER}${line}\n`;
      }
    }
    yield* noteLines(row, 1, colours);
    yield "\n";
    index += 1;
  }
}

function* noteLines(row: ParallelRow, indent: number, colours: Session["colours"]): Iterable<string> {
  if (row.note !== undefined) yield `${" ".repeat(indent + 1)}${GUTTER}${colours.yellow(plain(row.note))}\n`;
}

function leadOf(index: number, row: ParallelRow, digits: number): string {
  return `${String(index + 1).padStart(digits)}${row.isDoubtful ? "?" : " "}`;
}

function shown(text: string, missing: string): string {
  return text === "" ? missing : plain(text).replaceAll(/\s+/g, " ");
}
