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
    await look("node", async () => process.version),
    await look("config", async () => (await session.home()).configDir),
    await look("library", async () => libraryFacts(session)),
    await look("vectors", async () => vectorsFacts(session)),
    await look("engines", async () => engineFacts(session)),
  ];
  if (findings.some(({ isGood }) => !isGood)) session.exitWith(FOUND_PROBLEMS);
  if (format === "json") return writeJson({ findings }, session);
  const { t, colours } = session;
  const lines = findings.map(({ name, isGood, says }) => {
    const mark = isGood ? colours.green(t("cli.doctor.good")) : colours.red(t("cli.doctor.bad"));
    return `${mark}  ${t(`cli.doctor.${name}`)}: ${plain(says)}\n`;
  });
  await session.result(lines.join(""));
}

async function look(name: Finding["name"], work: () => Promise<string>): Promise<Finding> {
  try {
    return { name, isGood: true, says: await work() };
  } catch (error) {
    if (isSteleError(error)) return { name, isGood: false, says: `${error.message} ${error.hint}` };
    return { name, isGood: false, says: error instanceof Error ? error.message : String(error) };
  }
}

async function libraryFacts(session: Session): Promise<string> {
  const library = (await session.home()).library();
  return session.t("cli.doctor.libraryFacts", { file: library.file, texts: library.texts().length });
}

async function vectorsFacts(session: Session): Promise<string> {
  const { bundledAligner, vectorsFile } = await session.core();
  bundledAligner();
  return vectorsFile();
}

async function engineFacts(session: Session): Promise<string> {
  const { engineStatuses } = await session.core();
  const statuses = await engineStatuses(await session.home());
  const ready = statuses.filter(({ readiness, isAllowed }) => readiness.isReady && isAllowed).map(({ name }) => name);
  return ready.length === 0 ? session.t("cli.doctor.noEngine") : ready.join(", ");
}
