import type { AvailableModel, InstalledModel } from "@stele/core/node";
import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";
import { listTable } from "../terminal/list-table.ts";
import { createProgress } from "../terminal/progress.ts";
import { writeJson } from "../write-json.ts";

interface ListFlags {
  readonly available: boolean;
  readonly offline: boolean;
  readonly format: "table" | "json";
}

/** Where models come from, other than Mozilla's own. */
interface SourceFlags {
  readonly offline: boolean;
  readonly recordsUrl?: string;
  readonly attachmentsUrl?: string;
}

interface FormatFlag {
  readonly format: "text" | "json";
}

/** The exit code of a check that found problems. */
const FOUND_PROBLEMS = 8;

/** `stele models`: translation models on this computer. */
export function defineModels(command: Command, session: Session): void {
  const { t } = session;
  const list = withSource(subCommand(command, ["list", t("cli.models.list")], session), session)
    .option("--available", t("cli.options.available"), false)
    .action((flags: ListFlags & SourceFlags) => listModels(flags, session));
  addFormat(list, session, ["table", "json"]);
  const add = withSource(subCommand(command, ["add", t("cli.models.add")], session), session)
    .argument("<pair>", t("cli.arguments.pair"))
    .action((pair: string, flags: SourceFlags & FormatFlag) => addModel(pair, flags, session));
  addFormat(add, session, ["text", "json"]);
  subCommand(command, ["remove", t("cli.models.remove")], session)
    .argument("<pair>", t("cli.arguments.pair"))
    .action((pair: string) => removeModel(pair, session));
  const verify = subCommand(command, ["verify", t("cli.models.verify")], session)
    .argument("[pair]", t("cli.arguments.pair"))
    .action((pair: string | undefined, flags: FormatFlag) => verifyModels(pair, flags.format, session));
  addFormat(verify, session, ["text", "json"]);
}

function withSource(command: Command, { t }: Session): Command {
  return command
    .option("--offline", t("cli.options.offline"), false)
    .option("--records-url <address>", t("cli.options.recordsUrl"))
    .option("--attachments-url <address>", t("cli.options.attachmentsUrl"));
}

async function openStore({ offline, recordsUrl, attachmentsUrl }: SourceFlags, session: Session) {
  const { openModels } = await session.core();
  return openModels(
    await session.home({
      ...(offline ? { offline } : {}),
      ...(recordsUrl === undefined ? {} : { "local.recordsUrl": recordsUrl }),
      ...(attachmentsUrl === undefined ? {} : { "local.attachmentsUrl": attachmentsUrl }),
    }),
  );
}

async function listModels(flags: ListFlags & SourceFlags, session: Session): Promise<void> {
  const { LANGUAGE_TAGS } = await session.core();
  const store = await openStore(flags, session);
  const models = flags.available ? await store.available(LANGUAGE_TAGS, session.io.signal) : await store.list();
  if (flags.format === "json") return writeJson({ models }, session);
  const { t } = session;
  if (models.length === 0) return session.say(t("cli.models.none"));
  const headers = [t("cli.columns.pair"), t("cli.columns.version"), t("cli.columns.megabytes")];
  await session.result(listTable({ headers, rows: models.map(modelRow), flexible: 0 }, session).join(""));
}

function modelRow({ from, to, version, bytes }: InstalledModel | AvailableModel): readonly string[] {
  return [`${from}-${to}`, version, (bytes / 1e6).toFixed(1)];
}

async function addModel(words: string, flags: SourceFlags & FormatFlag, session: Session): Promise<void> {
  const pair = await pairOf(words, session);
  const store = await openStore(flags, session);
  const progress = createProgress(session);
  const model = await store
    .add(pair, {
      signal: session.io.signal,
      onProgress: ({ doneBytes, totalBytes }) => progress.show(words, doneBytes / totalBytes),
    })
    .finally(() => progress.end());
  if (flags.format === "json") return writeJson({ model }, session);
  await session.say(session.t("cli.models.added", { pair: `${model.from}-${model.to}`, version: model.version }));
}

async function removeModel(words: string, session: Session): Promise<void> {
  const store = await openStore({ offline: true }, session);
  if (await store.remove(await pairOf(words, session)))
    return session.say(session.t("cli.models.removed", { pair: words }));
  const { SteleError } = await session.core();
  throw new SteleError({
    code: "not-found",
    message: `There is no model ${words} on this computer.`,
    hint: "See what there is with: npx stele models list",
    details: { name: words },
  });
}

async function verifyModels(words: string | undefined, format: FormatFlag["format"], session: Session): Promise<void> {
  const store = await openStore({ offline: true }, session);
  const pairs = words === undefined ? await store.list() : [await pairOf(words, session)];
  const verified = await Promise.all(pairs.map((pair) => store.verify(pair)));
  if (verified.some(({ broken }) => broken.length > 0)) session.exitWith(FOUND_PROBLEMS);
  if (format === "json") return writeJson({ models: verified }, session);
  if (verified.length === 0) return session.say(session.t("cli.models.none"));
  const lines = verified.map(({ from, to, broken }) => {
    const says = broken.length === 0 ? "cli.models.sound" : "cli.models.broken";
    return `${session.t(says, { pair: `${from}-${to}`, files: broken.join(", ") })}\n`;
  });
  await session.result(lines.join(""));
}

/** `en-ko`, `zh-Hans-en`: two languages, Stele's tags or codes of the models' maker. */
async function pairOf(words: string, session: Session): Promise<{ readonly from: string; readonly to: string }> {
  const match = /^([a-z]{2,3}(?:[-_](?:hans|hant|cn|tw))?)[-_:]([a-z]{2,3}(?:[-_](?:hans|hant|cn|tw))?)$/i.exec(words);
  const { parseLanguageTag, SteleError } = await session.core();
  const [, from, to] = match ?? [];
  if (from === undefined || to === undefined) {
    throw new SteleError({
      code: "usage",
      message: `"${words}" is not a pair of languages.`,
      hint: "A pair looks like en-ko or zh-Hans-en.",
      details: { value: words, reason: "pair-invalid" },
    });
  }
  const tag = (code: string): string => (/^(en|ko|zh)/i.test(code) ? parseLanguageTag(code) : code.toLowerCase());
  return { from: tag(from), to: tag(to) };
}
