import type { Command, Option } from "commander";
import type { Session } from "../session.ts";
import { writeJson } from "../write-json.ts";

/** `stele commands`: every command with its arguments and options, for programs. Hidden from the help. */
export function defineCommands(command: Command, session: Session): void {
  command.action(() => writeJson(treeOf(command.parent ?? command), session));
}

function treeOf(command: Command): unknown {
  return {
    name: command.name(),
    description: command.description(),
    arguments: command.registeredArguments.map((argument) => ({
      name: argument.name(),
      description: argument.description,
      isRequired: argument.required,
      isVariadic: argument.variadic,
      choices: argument.argChoices,
    })),
    options: command.options.map(optionData),
    commands: command.commands.map(treeOf),
  };
}

function optionData({ flags, description, mandatory, argChoices, defaultValue }: Option): unknown {
  return { flags, description, isRequired: mandatory, choices: argChoices, default: defaultValue };
}
