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
    if (session.isVerbose) await session.say(effort(session)).catch(() => undefined);
  }
}

async function runProgram(argv: readonly string[], session: Session): Promise<number> {
  const { root, helpText } = await createProgram(argv, session);
  try {
    await root.parseAsync(askedFor(argv), { from: "user" });
    return session.exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) await session.result(helpText());
    else if (error.code === HALF_A_COMMAND && !session.isJson) await session.io.stderr.write(helpText());
    else throw error;
    return error.exitCode === 0 ? 0 : MISUSED;
  }
}

/** How long the process has run and the most memory it held. */
function effort({ t }: Session): string {
  const seconds = process.uptime().toFixed(1);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  return t("cli.say.effort", { seconds, megabytes });
}

/** Commander's code for `stele library` without the word that must follow: the help is the best answer. */
const HALF_A_COMMAND = "commander.help";
/** The exit code of bad input. */
const MISUSED = 6;

/** No word at all and `help` ask for the help. */
function askedFor(argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv;
  return first === undefined || first === "help" ? [...rest, "--help"] : argv;
}

/** Commander's codes and what they are called in the messages. */
const REASONS: Readonly<Record<string, string>> = {
  [HALF_A_COMMAND]: "command-missing",
  "commander.unknownCommand": "command-unknown",
  "commander.unknownOption": "option-unknown",
  "commander.missingArgument": "argument-missing",
  "commander.missingMandatoryOptionValue": "option-needed",
  "commander.optionMissingArgument": "option-empty",
  "commander.invalidArgument": "value-invalid",
  "commander.excessArguments": "too-many-words",
};

/** A command line that commander did not understand, as an error of ours. */
async function misuse(error: CommanderError): Promise<Error> {
  const { SteleError } = await import("@stele/core");
  const isHalf = error.code === HALF_A_COMMAND;
  const said = (isHalf ? "a command is missing" : error.message).replace(/^error: /, "").replaceAll(/\s*\n\s*/g, " ");
  const reason = REASONS[error.code];
  const [, value] = said.match(/'([^']+)' is invalid/) ?? said.match(/'([^']+)'/) ?? [];
  const [, choices] = said.match(/Allowed (?:choices )?are (.+)\.$/) ?? [];
  return new SteleError({
    code: "usage",
    message: `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.]$/.test(said) ? "" : "."}`,
    hint: "Run the command with --help to see how it is used.",
    details: {
      ...(reason === undefined ? {} : { reason }),
      ...(value === undefined ? {} : { value }),
      ...(choices === undefined ? {} : { choices }),
    },
  });
}
