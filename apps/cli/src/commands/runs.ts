import type { Run } from "@stele/core/node";
import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { listTable } from "../terminal/list-table.ts";
import { writeJson } from "../write-json.ts";

/** `stele runs`: the translation runs, the last first. */
export function defineRuns(command: Command, session: Session): void {
  command.action((flags: { readonly format: "table" | "json" }) => listRuns(flags.format, session));
  addFormat(command, session, ["table", "json"]);
}

async function listRuns(format: "table" | "json", session: Session): Promise<void> {
  const { t } = session;
  const runs = (await session.home()).library().runs.list();
  if (format === "json") return writeJson({ runs }, session);
  if (runs.length === 0) return session.say(t("cli.say.noRuns"));
  const headers = [
    t("cli.columns.number"),
    t("cli.columns.input"),
    t("cli.columns.languages"),
    t("cli.columns.engine"),
    t("cli.columns.state"),
    t("cli.columns.done"),
    t("cli.columns.inFlight"),
    t("cli.columns.charged"),
    t("cli.columns.changed"),
  ];
  const rows = runs.map((run) => runRow(run, session));
  await session.result(listTable({ headers, rows, flexible: 1 }, session).join(""));
}

function runRow(run: Run, { t }: Session): readonly string[] {
  return [
    String(run.id),
    run.input,
    `${run.source} ${run.target}`,
    run.engine,
    t(`cli.runState.${run.state}`),
    `${run.answered}/${run.texts}`,
    String(run.inFlight),
    String(run.charged),
    run.changedAt.toISOString().slice(0, 16).replace("T", " "),
  ];
}
