import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { writeJson } from "../write-json.ts";

interface UsageFlags {
  readonly engine: string;
  readonly format: "text" | "json";
}

/** `stele usage`: what an account has used, asked of the service. */
export function defineUsage(command: Command, session: Session): void {
  command
    .option("--engine <name>", session.t("cli.options.engineUsage"), "deepl")
    .action((flags: UsageFlags) => showUsage(flags, session));
  addFormat(command, session, ["text", "json"]);
}

async function showUsage({ engine: name, format }: UsageFlags, session: Session): Promise<void> {
  const { t } = session;
  const { openEngine } = await session.core();
  const engine = await openEngine(name, await session.home());
  const usage = await engine.usage?.();
  if (format === "json") return writeJson({ engine: name, usage: usage ?? null }, session);
  const characters = usage?.characters;
  if (characters === undefined) return session.say(t("cli.usageOf.unknown", { engine: name }));
  const { used, limit } = characters;
  await session.result(
    `${limit === null ? t("cli.usageOf.unlimited", { used }) : t("cli.usageOf.limited", { used, limit, left: Math.max(0, limit - used) })}\n`,
  );
}
