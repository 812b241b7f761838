import type { SettingName } from "@stele/core/node";
import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";
import { writeJson } from "../write-json.ts";

interface GetFlags {
  readonly format: "text" | "json";
}

/** `stele config`: the user's settings. */
export function defineConfig(command: Command, session: Session): void {
  const { t } = session;
  const get = subCommand(command, ["get", t("cli.config.get")], session)
    .argument("[name]", t("cli.arguments.setting"))
    .action((name: string | undefined, flags: GetFlags) => getSettings(name, flags, session));
  addFormat(get, session, ["text", "json"]);
  subCommand(command, ["set", t("cli.config.set")], session)
    .argument("<name>", t("cli.arguments.setting"))
    .argument("<value>", t("cli.arguments.value"))
    .action((name: string, value: string) => setSetting(name, value, session));
  subCommand(command, ["unset", t("cli.config.unset")], session)
    .argument("<name>", t("cli.arguments.setting"))
    .action((name: string) => setSetting(name, undefined, session));
}

/** What counts here and now, wherever it was set; never a key. */
async function getSettings(name: string | undefined, { format }: GetFlags, session: Session): Promise<void> {
  const { settingName, SETTINGS } = await session.core();
  const { settings } = await session.home();
  const names = name === undefined ? (Object.keys(SETTINGS) as SettingName[]) : [settingName(name)];
  const found = names.flatMap((one) => (settings[one] === undefined ? [] : [[one, settings[one]] as const]));
  if (format === "json") return writeJson(Object.fromEntries(found), session);
  const lines = found.map(([one, value]) => (name === undefined ? `${one} = ${value}\n` : `${value}\n`));
  if (lines.length === 0) return session.say(session.t("cli.say.notSet"));
  await session.result(lines.join(""));
}

async function setSetting(name: string, text: string | undefined, session: Session): Promise<void> {
  const { checkEngineName, settingName, settingValue, writeSetting } = await session.core();
  const known = settingName(name);
  if (known === "engine" && text !== undefined) checkEngineName(text);
  writeSetting(session.environment.configDir, known, text === undefined ? undefined : settingValue(known, text));
  await session.say(session.t(text === undefined ? "cli.say.settingUnset" : "cli.say.settingKept", { name }));
}
