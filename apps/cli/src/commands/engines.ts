import type { EngineStatus } from "@stele/core/node";
import { engineName, readinessText } from "@stele/messages";
import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { plain } from "../terminal/plain.ts";
import { writeJson } from "../write-json.ts";

const ABILITIES = ["context", "glossary", "examples", "tags"] as const;

/** `stele engines`: what can translate, whether it is ready, and where text is sent. */
export function defineEngines(command: Command, session: Session): void {
  command.action((flags: { readonly format: "text" | "json" }) => listEngines(flags.format, session));
  addFormat(command, session, ["text", "json"]);
}

async function listEngines(format: "text" | "json", session: Session): Promise<void> {
  const { engineFacts, engineStatuses } = await session.core();
  const statuses = await engineStatuses(await session.home());
  if (format === "json") return writeJson({ engines: statuses.map(engineFacts) }, session);
  await session.result(statuses.map((status) => engineLines(status, session)).join("\n"));
}

function engineLines(
  { name, describe, readiness, isAllowed }: EngineStatus,
  { t, language, colours }: Session,
): string {
  const where =
    describe.sendsTextTo === null
      ? t("cli.engines.staysHere")
      : t("cli.engines.sendsTo", { host: plain(describe.sendsTextTo) });
  const state = isAllowed
    ? t(readiness.isReady ? "cli.engines.ready" : "cli.engines.notReady", { says: plain(readinessText(readiness, t)) })
    : t("cli.engines.refused");
  const heeded = ABILITIES.filter((ability) => describe.takes[ability]).map((ability) => t(`engines.takes.${ability}`));
  const abilities = heeded.length === 0 ? t("cli.engines.heedsNothing") : new Intl.ListFormat(language).format(heeded);
  const cost = describe.isPaid ? t("cli.engines.paid") : t("cli.engines.free");
  return `${colours.bold(name)}  ${engineName({ name, label: describe.label }, t)}\n  ${state}\n  ${where} ${cost}\n  ${t("cli.engines.heeds", { abilities })}\n`;
}
