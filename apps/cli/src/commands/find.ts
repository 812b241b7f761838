import type { ConcordanceHit, ConcordanceQuery, SearchMode } from "@stele/core/node";
import { type Command, Option } from "commander";
import { type HitFormat, writeHits } from "../find/write-hits.ts";
import { findListed } from "../find-text.ts";
import { namedMemory } from "../named-memory.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import { numberBetween } from "../parse-number.ts";
import type { Session } from "../session.ts";

interface FindFlags extends Destination {
  readonly from?: string;
  readonly to?: string;
  readonly match: SearchMode;
  readonly text?: string;
  readonly tm?: string;
  readonly minScore?: number;
  readonly limit: number;
  readonly format: HitFormat;
}

const MODES: readonly SearchMode[] = ["forms", "word", "anywhere"];

/** `stele find`: the concordance, a word or phrase in everything that the library holds, with what stands beside it. */
export function defineFind(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<words...>", t("cli.arguments.words"))
    .option("--from <language>", t("cli.options.fromText"))
    .option("--to <language>", t("cli.options.toText"))
    .addOption(new Option("--match <kind>", t("cli.options.match")).choices(MODES).default("forms"))
    .option("--text <text>", t("cli.options.inText"))
    .option("--tm <name>", t("cli.options.tm"))
    .option("--min-score <number>", t("cli.options.minScore"), numberBetween(0, 1))
    .option("--limit <number>", t("cli.options.limit"), numberBetween(1, 100_000), 50)
    .action((words: readonly string[], flags: FindFlags) => find(words.join(" "), flags, session));
  addFormat(command, session, ["table", "tsv", "json", "jsonl", "anki"]);
  addOutput(command, session);
}

async function find(query: string, flags: FindFlags, session: Session): Promise<void> {
  const { bundledAligner, linkHit } = await session.core();
  const { concordance } = (await session.home()).library();
  const found = concordance(await queryOf(query, flags, session));
  if (found.length === 0) await session.say(session.t("cli.say.notFound", { query }));
  if (found.length === 0 && flags.format === "table") return;
  const hits = isMarked(flags.format) ? found.map((hit): ConcordanceHit => linkHit(hit, bundledAligner())) : found;
  await writeResult(await writeHits({ query, hits }, flags.format, session), flags, session);
}

/** The other formats show no spans, and linking words takes time. */
function isMarked(format: HitFormat): boolean {
  return format === "table" || format === "json" || format === "jsonl";
}

async function queryOf(query: string, flags: FindFlags, session: Session): Promise<ConcordanceQuery> {
  const { parseLanguageTag, SteleError } = await session.core();
  const { from, to, match, text, tm, minScore, limit } = flags;
  if (query.trim() === "") {
    throw new SteleError({
      code: "usage",
      message: "There is nothing to look for.",
      hint: "Give a word or a phrase.",
      details: { reason: "query-empty" },
    });
  }
  return {
    query: query.trim(),
    mode: match,
    limit,
    ...(from === undefined ? {} : { language: parseLanguageTag(from) }),
    ...(to === undefined ? {} : { other: parseLanguageTag(to) }),
    ...(text === undefined ? {} : { textId: (await findListed(text, (await session.home()).library(), session)).id }),
    ...(tm === undefined ? {} : { memories: [await namedMemory(tm, session)] }),
    ...(minScore === undefined ? {} : { minScore }),
  };
}
