import type { OutputFile } from "@stele/core/node";
import { exportedLabels } from "@stele/messages";
import type { Command } from "commander";
import { findListed } from "../find-text.ts";
import { countLong } from "../long-texts.ts";
import { addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import { reportedFile } from "../report-file.ts";
import type { Session } from "../session.ts";
import { shownText } from "../shown-text.ts";
import { writeJson } from "../write-json.ts";
import { writerName } from "../writer-name.ts";

interface ExportFlags extends Destination {
  readonly format: string;
  readonly to?: string;
  readonly perPair: boolean;
  readonly tags: "region" | "script";
  readonly wordLinks: boolean;
  readonly readings: boolean;
  readonly json: boolean;
}

/** `stele export TEXT`: a text of the library in a format for other programs. */
export function defineExport(command: Command, session: Session): void {
  const { t } = session;
  command
    .argument("<text>", t("cli.arguments.text"))
    .requiredOption("--format <format>", t("cli.options.formatExport"))
    .option("--to <languages>", t("cli.options.toShow"))
    .option("--per-pair", t("cli.options.perPair"), false)
    .option("--tags <kind>", t("cli.options.tags"), "region")
    .option("--word-links", t("cli.options.wordLinks"), false)
    .option("--readings", t("cli.options.readings"), false)
    .option("--json", t("cli.options.jsonExport"), false)
    .action((wish: string, flags: ExportFlags) => exportText(wish, flags, session));
  addOutput(command, session);
}

async function exportText(wish: string, flags: ExportFlags, session: Session): Promise<void> {
  const { bundledAligner, formatByName, pageExtras, writeFiles } = await session.core();
  if (flags.json) await reportedFile(flags.output, session);
  const format = writerName(flags.format);
  formatByName(format);
  const library = (await session.home()).library();
  const { id, title } = await findListed(wish, library, session);
  const polytext = await shownText(id, flags.to, session);
  const extras = await pageExtras(polytext, {
    ...(format === "html" && flags.wordLinks ? { aligner: bundledAligner() } : {}),
    hasReadings: format === "html" && flags.readings,
  });
  const long = countLong();
  const files = writeFiles(polytext, format, {
    title,
    tags: flags.tags,
    isPerPair: flags.perPair,
    labels: exportedLabels(session.language),
    date: new Date(),
    onLongText: long.onLongText,
    ...extras,
  });
  const written = await writeAll(files, flags, session);
  if (flags.json) return writeJson({ files: written, longTexts: long.count() }, session);
  await long.say(session);
}

/** The names of the files. */
async function writeAll(
  files: readonly OutputFile[],
  flags: ExportFlags,
  session: Session,
): Promise<readonly string[]> {
  const [only, ...more] = files;
  if (only !== undefined && more.length === 0) {
    await writeResult(only.chunks, flags, session);
    return flags.output === undefined ? [] : [flags.output];
  }
  const base = await baseName(flags, session);
  for (const { suffix, chunks } of files) {
    await writeResult(chunks, { output: `${base}${suffix}`, force: flags.force ?? false }, session);
  }
  return files.map(({ suffix }) => `${base}${suffix}`);
}

/** Several files are named after the one asked for. */
async function baseName({ output, format }: ExportFlags, session: Session): Promise<string> {
  if (output !== undefined && output !== "-") return output.replace(/\.[^./\\]+$/, "");
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "usage",
    message: `${format} is several files here, and standard output is one.`,
    hint: "Name where they go with -o NAME.",
    details: { format, reason: "many-files" },
  });
}
