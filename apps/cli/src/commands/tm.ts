import { createReadStream } from "node:fs";
import type { KeptUnit, MemoryUnit, TmxSkipped } from "@stele/core/node";
import type { Command } from "commander";
import { inputPath } from "../input.ts";
import { countLong } from "../long-texts.ts";
import { namedMemory } from "../named-memory.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import { numberBetween } from "../parse-number.ts";
import { reportedFile } from "../report-file.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeJson } from "../write-json.ts";

interface SearchFlags {
  readonly from?: string;
  readonly to?: string;
  readonly tm?: string;
  readonly minScore: number;
  readonly limit: number;
  readonly format: "table" | "json";
}

interface ExportFlags extends Destination {
  readonly tm?: string;
  readonly format: "text" | "json";
}

interface ImportFlags {
  readonly tm: string;
  readonly format: "text" | "json";
}

/** `stele tm`: the translation memory. */
export function defineTm(command: Command, session: Session): void {
  const { t } = session;
  const search = subCommand(command, ["search", t("cli.tm.search")], session)
    .argument("<text>", t("cli.arguments.query"))
    .option("--from <language>", t("cli.options.fromText"))
    .option("--to <language>", t("cli.options.toText"))
    .option("--tm <name>", t("cli.options.tm"))
    .option("--min-score <number>", t("cli.options.likeness"), numberBetween(0, 1), 0.75)
    .option("--limit <number>", t("cli.options.limit"), numberBetween(1, 1000), 10)
    .action((text: string, flags: SearchFlags) => searchMemory(text, flags, session));
  addFormat(search, session, ["table", "json"]);

  const into = subCommand(command, ["import", t("cli.tm.import")], session)
    .argument("<file>", t("cli.arguments.tmx"))
    .requiredOption("--tm <name>", t("cli.options.tmInto"))
    .action((file: string, flags: ImportFlags) => importTmx(file, flags, session));
  addFormat(into, session, ["text", "json"]);

  const out = subCommand(command, ["export", t("cli.tm.export")], session)
    .option("--tm <name>", t("cli.options.tmWhole"))
    .action((flags: ExportFlags) => exportTmx(flags, session));
  addOutput(out, session);
  addFormat(out, session, ["text", "json"]);

  const stats = subCommand(command, ["stats", t("cli.tm.stats")], session).action(
    (flags: { readonly format: "table" | "json" }) => showStats(flags.format, session),
  );
  addFormat(stats, session, ["table", "json"]);

  subCommand(command, ["remove", t("cli.tm.remove")], session)
    .argument("<name>", t("cli.arguments.memory"))
    .action((name: string) => removeMemory(name, session));
}

async function searchMemory(text: string, flags: SearchFlags, session: Session): Promise<void> {
  const { parseLanguageTag } = await session.core();
  const { from, to, minScore, limit, tm, format } = flags;
  if (from !== undefined && to !== undefined && parseLanguageTag(from) === parseLanguageTag(to))
    throw await sameLanguage(from, session);
  const found = (await session.home()).library().memory.find({
    text,
    ...(from === undefined ? {} : { source: parseLanguageTag(from) }),
    ...(to === undefined ? {} : { target: parseLanguageTag(to) }),
    minScore,
    limit,
    ...(tm === undefined ? {} : { memories: [await namedMemory(tm, session)] }),
  });
  if (format === "json") return writeJson({ matches: found }, session);
  const { t } = session;
  if (found.length === 0) return session.say(t("cli.tm.nothing"));
  const headers = [
    t("cli.columns.likeness"),
    t("cli.columns.languages"),
    t("cli.columns.source"),
    t("cli.columns.target"),
    t("cli.columns.standing"),
  ];
  const rows = found.map(({ score, languages, source, target, standing }) => {
    return [score.toFixed(2), languages.join(" "), source, target, t(`cli.standing.${standing}`)];
  });
  await session.result(listTable({ headers, rows, flexible: 2 }, session).join(""));
}

async function sameLanguage(language: string, session: Session): Promise<Error> {
  const { SteleError } = await session.core();
  return new SteleError({
    code: "language-same",
    message: `A memory holds two languages, and both of these are ${language}.`,
    hint: "Leave out --from or --to, or name two languages.",
    details: { language },
  });
}

async function importTmx(file: string, { tm: name, format }: ImportFlags, session: Session): Promise<void> {
  const { readBytes, readTmx } = await session.core();
  const path = inputPath(file, session);
  // Says what is wrong with the file before a stream would, without reading the whole of a big one.
  if (await isSmall(path)) await readBytes(path);
  const skipped: TmxSkipped = { languages: new Map(), units: 0 };
  const units: AsyncIterable<MemoryUnit> = readTmx(createReadStream(path), { name: file, skipped });
  const { added, known } = await (await session.home()).library().memory.addAll(units, name);
  if (format === "json") {
    const languages = Object.fromEntries(skipped.languages);
    return writeJson({ added, known, skipped: { units: skipped.units, languages } }, session);
  }
  await session.say(session.t("cli.tm.imported", { added, known, skipped: skipped.units }));
  for (const [language, count] of skipped.languages) {
    await session.say(session.t("cli.tm.skippedLanguage", { language, count }));
  }
}

async function isSmall(path: string): Promise<boolean> {
  const { stat } = await import("node:fs/promises");
  const found = await stat(path).catch(() => undefined);
  return !(found?.isFile() === true && found.size > 0);
}

/** The memory as TMX; with `--json` standard output says how it went, and the TMX goes into a file. */
async function exportTmx(flags: ExportFlags, session: Session): Promise<void> {
  const { writeTmxUnits } = await session.core();
  const file = flags.format === "json" ? await reportedFile(flags.output, session) : undefined;
  const name = flags.tm === undefined ? undefined : await namedMemory(flags.tm, session);
  const units = (await session.home()).library().memory.units(name);
  const long = countLong();
  await writeResult(writeTmxUnits(tmxUnits(units), { date: new Date(), onLongText: long.onLongText }), flags, session);
  if (file !== undefined) return writeJson({ file, longTexts: long.count() }, session);
  await long.say(session);
}

function* tmxUnits(units: Iterable<KeptUnit>) {
  for (const { source, target, standing, score, lowScore, memory, savedAt } of units) {
    const known = score === null || score === undefined ? {} : { score };
    yield { source, target, standing, origin: memory, savedAt, lowScore: lowScore ?? false, ...known };
  }
}

async function showStats(format: "table" | "json", session: Session): Promise<void> {
  const memories = (await session.home()).library().memory.stats();
  if (format === "json") return writeJson({ memories }, session);
  const { t } = session;
  if (memories.length === 0) return session.say(t("cli.tm.nothing"));
  const headers = [
    t("cli.columns.memory"),
    t("cli.columns.languages"),
    t("cli.columns.units"),
    t("cli.columns.standing"),
  ];
  const rows = memories.map(({ memory, source, target, units, byStanding }) => [
    memory,
    `${source} ${target}`,
    String(units),
    Object.entries(byStanding)
      .filter(([, count]) => count > 0)
      .map(([standing, count]) => `${t(`cli.standing.${standing as keyof typeof byStanding}`)} ${count}`)
      .join(", "),
  ]);
  await session.result(listTable({ headers, rows, flexible: 3 }, session).join(""));
}

async function removeMemory(name: string, session: Session): Promise<void> {
  const { memory } = (await session.home()).library();
  const units = memory.remove(await namedMemory(name, session));
  await session.say(session.t("cli.tm.removed", { name, units }));
}
