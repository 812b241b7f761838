import type { TextSummary } from "@stele/core/node";
import type { Command } from "commander";
import { findListed, findText } from "../find-text.ts";
import { inputPath } from "../input.ts";
import { addFormat, addOutput } from "../options.ts";
import { type Destination, writeResult } from "../output.ts";
import type { Session } from "../session.ts";
import { shownText } from "../shown-text.ts";
import { subCommand } from "../sub-command.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeJson } from "../write-json.ts";
import { writePolytext } from "../write-polytext.ts";

interface ListFlags {
  readonly removed: boolean;
  readonly format: "table" | "json";
}

interface ShowFlags extends Destination {
  readonly to?: string;
  readonly format: string;
}

/** `stele library`: what is kept. */
export function defineLibrary(command: Command, session: Session): void {
  const { t } = session;
  const sub = (name: string, about: string): Command => subCommand(command, [name, about], session);

  const list = sub("list", t("cli.library.list"))
    .option("--removed", t("cli.options.removed"), false)
    .action((flags: ListFlags) => listTexts(flags, session));
  addFormat(list, session, ["table", "json"]);

  const show = sub("show", t("cli.library.show"))
    .argument("<text>", t("cli.arguments.text"))
    .option("--to <languages>", t("cli.options.toShow"))
    .action((wish: string, flags: ShowFlags) => showText(wish, flags, session));
  addFormat(show, session, ["table", "json", "tsv", "markdown", "html"]);
  addOutput(show, session);

  sub("remove", t("cli.library.remove"))
    .argument("<text>", t("cli.arguments.text"))
    .option("--undo", t("cli.options.undo"), false)
    .action((wish: string, flags: { readonly undo: boolean }) => removeText(wish, flags.undo, session));
  sub("backup", t("cli.library.backup"))
    .argument("<file>", t("cli.arguments.backup"))
    .action((file: string) => backUp(file, session));
  sub("restore", t("cli.library.restore"))
    .argument("<file>", t("cli.arguments.backup"))
    .action((file: string) => restore(file, session));
}

async function listTexts({ removed, format }: ListFlags, session: Session): Promise<void> {
  const library = (await session.home()).library();
  const texts = removed ? library.removedTexts() : library.texts();
  if (format === "json") return writeJson({ texts }, session);
  if (texts.length === 0) return session.say(session.t("cli.say.emptyLibrary"));
  const { t } = session;
  const headers = [t("cli.columns.number"), t("cli.columns.title"), t("cli.columns.languages")];
  const rows = texts.map((text, index) => [String(index + 1), text.title, text.languages.join(" "), ...facts(text)]);
  const more = [t("cli.columns.sentences"), t("cli.columns.changed"), t("cli.columns.id")];
  const lines = listTable({ headers: [...headers, ...more], rows, flexible: 1 }, session);
  await session.result(lines.join(""));
}

function facts({ id, languages, sentences, changedAt }: TextSummary): readonly string[] {
  const counts = languages.map((language) => sentences[language]).filter((count) => count !== undefined);
  return [counts.join(" "), changedAt.toISOString().slice(0, 16).replace("T", " "), id.slice(0, 8)];
}

async function showText(wish: string, flags: ShowFlags, session: Session): Promise<void> {
  const { id } = await findListed(wish, (await session.home()).library(), session);
  const polytext = await shownText(id, flags.to, session);
  await writeResult(await writePolytext(polytext, flags.format, session), flags, session);
}

async function removeText(wish: string, isUndone: boolean, session: Session): Promise<void> {
  const { t } = session;
  const library = (await session.home()).library();
  const text = await findText(wish, isUndone ? library.removedTexts() : library.texts(), session);
  if (isUndone) library.restoreText(text.id);
  else library.removeText(text.id);
  const values = { title: text.title, id: text.id.slice(0, 8) };
  await session.say(isUndone ? t("cli.say.broughtBack", values) : t("cli.say.removed", values));
}

async function backUp(file: string, session: Session): Promise<void> {
  (await session.home()).library().backup(inputPath(file, session));
  await session.say(session.t("cli.say.backedUp", { file }));
}

async function restore(file: string, session: Session): Promise<void> {
  const { readBytes } = await session.core();
  const path = inputPath(file, session);
  await readBytes(path);
  const before = (await session.home()).library().restore(path);
  await session.say(session.t("cli.say.restored", { file, before }));
}
