import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";
import { listTable } from "../terminal/list-table.ts";
import { readGlossary } from "../translate/glossary-file.ts";
import { writeJson } from "../write-json.ts";

/** `stele glossary`: glossaries of one's own files and of the DeepL account. */
export function defineGlossary(command: Command, session: Session): void {
  const { t } = session;
  const list = subCommand(command, ["list", t("cli.glossary.list")], session).action(
    (flags: { readonly format: "table" | "json" }) => listGlossaries(flags.format, session),
  );
  addFormat(list, session, ["table", "json"]);
  subCommand(command, ["remove", t("cli.glossary.remove")], session)
    .argument("<id>", t("cli.arguments.glossaryId"))
    .action((id: string) => removeGlossary(id, session));
  const check = subCommand(command, ["check", t("cli.glossary.check")], session)
    .argument("<file>", t("cli.options.glossary"))
    .action((file: string, flags: { readonly format: "text" | "json" }) => checkFile(file, flags.format, session));
  addFormat(check, session, ["text", "json"]);
}

async function listGlossaries(format: "table" | "json", session: Session): Promise<void> {
  const { openGlossaries } = await session.core();
  const glossaries = await (await openGlossaries(await session.home())).list();
  if (format === "json") return writeJson({ glossaries }, session);
  const { t } = session;
  if (glossaries.length === 0) return session.say(t("cli.glossary.none"));
  const headers = [t("cli.columns.id"), t("cli.columns.title"), t("cli.columns.languages"), t("cli.columns.terms")];
  const rows = glossaries.flatMap(({ id, name, dictionaries }) =>
    dictionaries.map(({ source, target, terms }) => [id, name, `${source} ${target}`, String(terms)]),
  );
  await session.result(listTable({ headers, rows, flexible: 1 }, session).join(""));
}

async function removeGlossary(id: string, session: Session): Promise<void> {
  const { openGlossaries } = await session.core();
  await (await openGlossaries(await session.home())).remove(id);
  await session.say(session.t("cli.glossary.removed", { id }));
}

async function checkFile(file: string, format: "text" | "json", session: Session): Promise<void> {
  const { terms, open } = await readGlossary(file, session);
  if (format === "json") return writeJson({ terms, open }, session);
  const { t } = session;
  const lines = [t("cli.glossary.sound", { count: terms.length })];
  if (open.length > 0) lines.push(t("cli.glossary.open", { count: open.length }));
  await session.result(`${lines.join("\n")}\n`);
}
