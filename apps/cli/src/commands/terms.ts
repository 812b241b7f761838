import type { LanguageTag, Polytext, TextPair } from "@stele/core";
import type { KeptUnit } from "@stele/core/node";
import type { Command } from "commander";
import { findListed } from "../find-text.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import { numberBetween } from "../parse-number.ts";
import type { Session } from "../session.ts";
import { listTable } from "../terminal/list-table.ts";
import { readGlossary } from "../translate/glossary-file.ts";

interface TermsFlags extends Destination {
  readonly to?: string;
  readonly minCount: number;
  readonly check?: string;
  readonly format: "table" | "csv" | "json";
}

/** The exit code of a check that found problems. */
const FOUND_PROBLEMS = 8;

/** `stele terms TEXT`: recurrent names and terms with their equivalents, as the beginning of a glossary. */
export function defineTerms(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<text>", t("cli.arguments.text"))
    .option("--to <language>", t("cli.options.toTerms"))
    .option("--min-count <number>", t("cli.options.minCount"), numberBetween(1, 1000), 2)
    .option("--check <glossary>", t("cli.options.checkTerms"))
    .action((wish: string, flags: TermsFlags) => showTerms(wish, flags, session));
  addFormat(command, session, ["table", "csv", "json"]);
  addOutput(command, session);
}

async function showTerms(wish: string, flags: TermsFlags, session: Session): Promise<void> {
  const { findTerms, proposeTerms, readTextPolytext, parseLanguageTag } = await session.core();
  const library = (await session.home()).library();
  const { id } = await findListed(wish, library, session);
  const wanted = flags.to === undefined ? {} : { to: [parseLanguageTag(flags.to)] };
  const polytext = readTextPolytext(library, id, wanted);
  const [source, translation] = polytext.sides;
  const language = source?.article.language ?? "en";
  const target = wanted.to?.[0] ?? translation?.article.language;
  if (flags.check !== undefined) return checkText({ polytext, glossary: flags.check, flags }, session);
  const found = findTerms(await sentencesOf(polytext, session), { language, minCount: flags.minCount });
  const pairs = target === undefined ? [] : [...pairsOf(library.memory.units(), language, target)];
  const terms =
    target === undefined ? found.map((one) => ({ ...one, likeness: 0 })) : proposeTerms(found, pairs, { target });
  await writeResult(await write(terms, flags, session), flags, session);
}

async function sentencesOf({ sides }: Polytext, session: Session): Promise<readonly string[]> {
  const { sentenceLine } = await session.core();
  const [side] = sides;
  return side?.sentences.map((sentence) => sentenceLine(side.article, sentence)) ?? [];
}

/** Everything of the library that is in these two languages, whichever was the source. */
function* pairsOf(units: Iterable<KeptUnit>, from: LanguageTag, to: LanguageTag): Iterable<TextPair> {
  for (const { source, target } of units) {
    if (source.language === from && target.language === to) yield { source: source.text, target: target.text };
    if (source.language === to && target.language === from) yield { source: target.text, target: source.text };
  }
}

interface Proposed {
  readonly term: string;
  readonly count: number;
  readonly target?: string;
  readonly likeness: number;
}

async function write(terms: readonly Proposed[], { format }: TermsFlags, session: Session): Promise<Iterable<string>> {
  const { t } = session;
  if (format === "json") return [`${JSON.stringify({ terms }, undefined, 2)}\n`];
  if (format === "csv") return terms.map(({ term, target = "" }) => `${quoted(term)},${quoted(target)}\n`);
  const headers = [t("cli.columns.source"), t("cli.columns.target"), t("cli.columns.times"), t("cli.columns.likeness")];
  const rows = terms.map(({ term, target = "", count, likeness }) => [
    term,
    target,
    String(count),
    target === "" ? "" : likeness.toFixed(2),
  ]);
  return listTable({ headers, rows, flexible: 1 }, session);
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

interface Checked {
  readonly polytext: Polytext;
  readonly glossary: string;
  readonly flags: TermsFlags;
}

async function checkText({ polytext, glossary, flags }: Checked, session: Session): Promise<void> {
  const { checkTerms, rowTexts } = await session.core();
  const pairs = polytext.rows.map(({ runs }) => {
    const [source = "", target = ""] = rowTexts(polytext, runs);
    return { source, target };
  });
  const departures = checkTerms(pairs, await readGlossary(glossary, session));
  if (departures.length > 0) session.exitWith(FOUND_PROBLEMS);
  if (flags.format === "json") return session.result(`${JSON.stringify({ departures }, undefined, 2)}\n`);
  if (departures.length === 0) return session.say(session.t("cli.terms.kept"));
  const { t } = session;
  const headers = [t("cli.columns.number"), t("cli.columns.source"), t("cli.columns.wanted"), t("cli.columns.target")];
  const rows = departures.map(({ pair, source, target }) => [
    String(pair + 1),
    source,
    target,
    pairs[pair]?.target ?? "",
  ]);
  await writeResult(listTable({ headers, rows, flexible: 3 }, session), flags, session);
}
