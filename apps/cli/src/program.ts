import { readFileSync } from "node:fs";
import { type Argument, Command, type Help, type Option } from "commander";
import { COMMAND_NAMES, COMMANDS, DESCRIBING_COMMANDS, HIDDEN_COMMANDS } from "./command-table.ts";
import type { Session } from "./session.ts";

/** The command line, ready to parse. */
export interface Program {
  readonly root: Command;
  /** What `--help` or `--version` printed; commander prints as it parses, and we print when it is done. */
  helpText(): string;
}

/** The whole command line, with only the command loaded that `argv` names. */
export async function createProgram(argv: readonly string[], session: Session): Promise<Program> {
  const asked = COMMAND_NAMES.find((name) => name === argv.find((word) => Object.hasOwn(COMMANDS, word)));
  const isAll = asked !== undefined && DESCRIBING_COMMANDS.has(asked);
  const printed: string[] = [];
  const root = new Command("stele").description(session.t("cli.about"));
  root
    .option("-q, --quiet", session.t("cli.options.quiet"))
    .option("-v, --verbose", session.t("cli.options.verbose"))
    .option("--no-color", session.t("cli.options.noColor"))
    .option("--no-input", session.t("cli.options.noInput"))
    .option("-c, --config <file>", session.t("cli.options.config"))
    .option("--ui-lang <language>", session.t("cli.options.uiLang"))
    .version(ownVersion(), "-V, --version", session.t("cli.options.version"))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => printed.push(text),
      writeErr: (text) => text.startsWith("error: ") || printed.push(text),
    })
    .configureHelp(localisedHelp(session))
    .helpOption("-h, --help", session.t("cli.options.help"))
    .helpCommand(false);
  for (const name of COMMAND_NAMES) {
    const command = root
      .command(name, { hidden: HIDDEN_COMMANDS.has(name) })
      .description(session.t(`cli.commands.${name}`));
    command.helpOption("-h, --help", session.t("cli.options.help")).helpCommand(false);
    if (isAll || name === asked) (await COMMANDS[name]())(command, session);
  }
  return { root, helpText: () => printed.join("") };
}

function ownVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  return String(JSON.parse(readFileSync(file, "utf8")).version);
}

/** Commander's help with its few words of its own in the user's language. */
function localisedHelp({ t, io }: Session): Partial<Help> {
  const titles: Readonly<Record<string, string>> = {
    "Usage:": t("cli.usage.title"),
    "Options:": t("cli.usage.options"),
    "Commands:": t("cli.usage.commands"),
    "Arguments:": t("cli.usage.arguments"),
  };
  return {
    helpWidth: Math.min(io.stdout.columns ?? 100, 120),
    styleTitle: (title) => `${titles[title] ?? title.replace(":", "")}:`,
    optionDescription: (option) => [option.description, ...optionFacts(option, t)].join("; "),
    argumentDescription: (argument) => [argument.description, ...choicesOf(argument, t)].join("; "),
  };
}

function choicesOf({ argChoices }: Option | Argument, t: Session["t"]): readonly string[] {
  return argChoices === undefined ? [] : [`${t("cli.usage.choices")} ${argChoices.join(", ")}`];
}

function optionFacts(option: Option, t: Session["t"]): readonly string[] {
  const { defaultValue } = option;
  const choices = choicesOf(option, t);
  const hasDefault = typeof defaultValue === "string" || typeof defaultValue === "number";
  return hasDefault ? [...choices, `${t("cli.usage.defaultValue")} ${defaultValue}`] : choices;
}
