import type { Command } from "commander";
import type { Session } from "./session.ts";

/** Adds a command below another: its name, and what it does in the user's language. */
export function subCommand(parent: Command, [name, about]: readonly [string, string], session: Session): Command {
  return parent
    .command(name)
    .description(about)
    .helpOption("-h, --help", session.t("cli.options.help"))
    .helpCommand(false);
}
