import type { Polytext, TermDeparture, TextPair } from "@stele/core";
import { type Destination, writeResult } from "../output.ts";
import type { Session } from "../session.ts";
import { listTable } from "../terminal/list-table.ts";
import { readGlossary } from "../translate/glossary-file.ts";
import { writeCells } from "./csv-cells.ts";
import { rowPairs } from "./terms-input.ts";

/** The exit code of a check that found problems. */
const FOUND_PROBLEMS = 8;

/** How a translation is compared with a glossary. */
export interface CheckWishes extends Destination {
  readonly check: string;
  readonly strict: boolean;
  readonly format: string;
}

/**
 * Lists the rows of a text whose translation does not use a term of a glossary; with `strict` they set the exit code.
 *
 * @throws SteleError `usage` where the text has no translation.
 */
export async function checkTranslation(polytext: Polytext, wishes: CheckWishes, session: Session): Promise<void> {
  if (polytext.sides.length < 2) throw await nothingToCheck(session);
  const { checkTerms } = await session.core();
  const pairs = await rowPairs(polytext, session);
  const departures = checkTerms(pairs, await readGlossary(wishes.check, session)).map((one) => departureOf(one, pairs));
  if (departures.length > 0 && wishes.strict) session.exitWith(FOUND_PROBLEMS);
  if (wishes.format === "json")
    return writeResult([`${JSON.stringify({ departures }, undefined, 2)}\n`], wishes, session);
  if (wishes.format === "csv") return writeResult(departures.map(csvLine), wishes, session);
  if (departures.length === 0) return session.say(session.t("cli.terms.kept"));
  const { t } = session;
  const headers = [t("cli.columns.number"), t("cli.columns.source"), t("cli.columns.wanted"), t("cli.columns.target")];
  const rows = departures.map(({ row, term, expected, translation }) => [
    String(row),
    term,
    expected.join(" | "),
    translation,
  ]);
  await writeResult(listTable({ headers, rows, flexible: 3 }, session), wishes, session);
}

/** A departure as it is told. */
interface Departure {
  /** Number of the row, the first being 1. */
  readonly row: number;
  readonly term: string;
  /** Every translation that the glossary takes. */
  readonly expected: readonly string[];
  readonly sentence: string;
  readonly translation: string;
}

function departureOf({ pair, source, target, accepted = [] }: TermDeparture, pairs: readonly TextPair[]): Departure {
  const { source: sentence = "", target: translation = "" } = pairs[pair] ?? {};
  return { row: pair + 1, term: source, expected: [target, ...accepted], sentence, translation };
}

function csvLine({ row, term, expected, sentence, translation }: Departure): string {
  return writeCells([String(row), term, expected.join("|"), sentence, translation]);
}

async function nothingToCheck(session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "usage",
    message: "There is no translation to check.",
    hint: "Name its file behind the text, or a text of the library that has a translation in the language of --to.",
    details: { reason: "translation-missing" },
  });
}
