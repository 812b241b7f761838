import { engineName, errorText, readinessText } from "@stele/messages";
import type { Command } from "commander";
import { addFormat } from "../options.ts";
import type { Session } from "../session.ts";
import { isSteleError } from "../session.ts";
import { plain } from "../terminal/plain.ts";
import { writeJson } from "../write-json.ts";

/** One thing looked at. */
interface Finding {
  readonly name: "node" | "config" | "library" | "vectors" | "engines";
  readonly isGood: boolean;
  readonly says: string;
}

/** The exit code of a check that found problems. */
const FOUND_PROBLEMS = 8;

/** `stele doctor`: looks at everything Stele needs and says what is wrong. */
export function defineDoctor(command: Command, session: Session): void {
  command.action((flags: { readonly format: "text" | "json" }) => examine(flags.format, session));
  addFormat(command, session, ["text", "json"]);
}

async function examine(format: "text" | "json", session: Session): Promise<void> {
  const findings = [
    await look("node", async () => process.version, session),
    await look("config", async () => (await session.home()).configDir, session),
    await look("library", async () => libraryFacts(session), session),
    await look("vectors", async () => vectorsFacts(session), session),
    await look("engines", async () => engineFacts(session), session),
  ];
  if (findings.some(({ isGood }) => !isGood)) session.exitWith(FOUND_PROBLEMS);
  if (format === "json") return writeJson({ findings }, session);
  const { t, colours } = session;
  const lines = findings.map(({ name, isGood, says }) => {
    const mark = isGood ? colours.green(t("cli.doctor.good")) : colours.red(t("cli.doctor.bad"));
    return `${mark}  ${t(`cli.doctor.${name}`)}: ${says.split("\n").map(plain).join("\n      ")}\n`;
  });
  await session.result(lines.join(""));
}

async function look(name: Finding["name"], work: () => Promise<string>, session: Session): Promise<Finding> {
  try {
    return { name, isGood: true, says: await work() };
  } catch (error) {
    if (isSteleError(error)) {
      const { message, hint } = errorText(error, session);
      return { name, isGood: false, says: `${message} ${hint}` };
    }
    return { name, isGood: false, says: error instanceof Error ? error.message : String(error) };
  }
}

async function libraryFacts(session: Session): Promise<string> {
  const library = (await session.home()).library();
  return session.t("cli.doctor.libraryFacts", { file: library.file, texts: library.texts().length });
}

async function vectorsFacts(session: Session): Promise<string> {
  const { loadAligner, vectorsFile } = await session.core();
  loadAligner();
  return vectorsFile();
}

async function engineFacts(session: Session): Promise<string> {
  const { engineStatuses } = await session.core();
  const statuses = await engineStatuses(await session.home());
  const { t } = session;
  const isNoneReady = !statuses.some(({ readiness, isAllowed }) => readiness.isReady && isAllowed);
  const facts = statuses.map(({ name, describe, readiness, isAllowed }) => {
    const state = isAllowed ? readinessText(readiness, t) : t("cli.engines.refused");
    return `${engineName({ name, label: describe.label }, t)} – ${state}`;
  });
  return [...(isNoneReady ? [t("cli.doctor.noEngine")] : []), ...facts].join("\n");
}
