import { CommanderError } from "commander";
import type { Io } from "./io.ts";
import { createProgram } from "./program.ts";
import { reportError } from "./report-error.ts";
import { createSession, type Session } from "./session.ts";

/** Runs one command line (without `node` and the script's name) and gives its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const session = createSession(argv, io);
  try {
    return await runProgram(argv, session);
  } catch (error) {
    return reportError(error instanceof CommanderError ? await misuse(error) : error, session);
  } finally {
    session.end();
  }
}

async function runProgram(argv: readonly string[], session: Session): Promise<number> {
  const { root, helpText } = await createProgram(argv, session);
  try {
    await root.parseAsync(argv.length === 0 ? ["--help"] : argv, { from: "user" });
    return session.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
    await session.result(helpText());
    return 0;
  }
}

/** A command line that commander did not understand, as an error of ours. */
async function misuse(error: CommanderError): Promise<Error> {
  const { SteleError } = await import("@stele/core");
  const value = error.message.replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ");
  return new SteleError({
    code: "usage",
    message: `${value.charAt(0).toUpperCase()}${value.slice(1)}${/[.]$/.test(value) ? "" : "."}`,
    hint: "Run the command with --help to see how it is used.",
    details: { value },
  });
}
