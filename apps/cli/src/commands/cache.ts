import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { subCommand } from "../sub-command.ts";
import { writeJson } from "../write-json.ts";

/** `stele cache`: what can be fetched again free; paid answers are no part of it. */
export function defineCache(command: Command, session: Session): void {
  const { t } = session;
  const stats = subCommand(command, ["stats", t("cli.cache.stats")], session).action(
    (flags: { readonly format: "text" | "json" }) => showStats(flags.format, session),
  );
  addFormat(stats, session, ["text", "json"]);
  subCommand(command, ["clear", t("cli.cache.clear")], session).action(() => clear(session));
}

async function showStats(format: "text" | "json", session: Session): Promise<void> {
  const { cacheStats } = await session.core();
  const home = await session.home();
  const { files, bytes } = await cacheStats(home.cacheDir);
  const answers = home
    .library()
    .answers.stats()
    .reduce((sum, { answers: count }) => sum + count, 0);
  if (format === "json") return writeJson({ files, bytes, answers }, session);
  await session.result(`${session.t("cli.cache.says", { files, megabytes: (bytes / 1e6).toFixed(1), answers })}\n`);
}

async function clear(session: Session): Promise<void> {
  const { clearCache } = await session.core();
  const { files, bytes } = await clearCache((await session.home()).cacheDir);
  await session.say(session.t("cli.cache.cleared", { files, megabytes: (bytes / 1e6).toFixed(1) }));
}
