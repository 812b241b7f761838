import { type Command, Option } from "commander";
import type { Session } from "./session.ts";

/** Adds `--format` with its choices, the first being the default, and `--json` where that is one of them. */
export function addFormat(command: Command, session: Session, choices: readonly string[]): void {
  const [first] = choices;
  command.addOption(
    new Option("--format <format>", session.t("cli.options.format")).choices(choices).default(first ?? "text"),
  );
  if (choices.includes("json")) {
    command.addOption(new Option("--json", session.t("cli.options.json")).implies({ format: "json" }));
  }
}

/** Adds `--from` and `--input-format`, which say how the text is to be read. */
export function addReading(command: Command, session: Session): void {
  command
    .option("--from <language>", session.t("cli.options.from"), "auto")
    .option("--input-format <name>", session.t("cli.options.inputFormat"));
}

/** Adds `-o` and `--force`. */
export function addOutput(command: Command, session: Session): void {
  command
    .option("-o, --output <file>", session.t("cli.options.output"))
    .option("--force", session.t("cli.options.force"), false);
}

/** Adds `--port` and `--no-open`. */
export function addRoom(command: Command, session: Session): void {
  command.option("--port <number>", session.t("cli.options.port")).option("--no-open", session.t("cli.options.noOpen"));
}
