import type { Command } from "commander";
import type { Session } from "./session.ts";

/** What a command's file exports: it adds its arguments, options and action to a command of that name. */
export type Define = (command: Command, session: Session) => void;

/** Every command: its name and the file that defines it, loaded when the command is the one asked for. */
export const COMMANDS = {
  demo: async () => (await import("./commands/demo.ts")).defineDemo,
  read: async () => (await import("./commands/read.ts")).defineRead,
  segment: async () => (await import("./commands/segment.ts")).defineSegment,
  align: async () => (await import("./commands/align.ts")).defineAlign,
  translate: async () => (await import("./commands/translate.ts")).defineTranslate,
  serve: async () => (await import("./commands/serve.ts")).defineServe,
  library: async () => (await import("./commands/library.ts")).defineLibrary,
  find: async () => (await import("./commands/find.ts")).defineFind,
  eval: async () => (await import("./commands/eval.ts")).defineEval,
  export: async () => (await import("./commands/export.ts")).defineExport,
  engines: async () => (await import("./commands/engines.ts")).defineEngines,
  terms: async () => (await import("./commands/terms.ts")).defineTerms,
  models: async () => (await import("./commands/models.ts")).defineModels,
  glossary: async () => (await import("./commands/glossary.ts")).defineGlossary,
  usage: async () => (await import("./commands/usage.ts")).defineUsage,
  tm: async () => (await import("./commands/tm.ts")).defineTm,
  runs: async () => (await import("./commands/runs.ts")).defineRuns,
  cache: async () => (await import("./commands/cache.ts")).defineCache,
  config: async () => (await import("./commands/config.ts")).defineConfig,
  auth: async () => (await import("./commands/auth.ts")).defineAuth,
  doctor: async () => (await import("./commands/doctor.ts")).defineDoctor,
  completion: async () => (await import("./commands/completion.ts")).defineCompletion,
  commands: async () => (await import("./commands/commands.ts")).defineCommands,
} satisfies Readonly<Record<string, () => Promise<Define>>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** Every name, in the order of the help. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

/** Commands that the help does not list: for programs. */
export const HIDDEN_COMMANDS: ReadonlySet<CommandName> = new Set<CommandName>(["commands"]);

/** Commands that describe all the others, which are then loaded too. */
export const DESCRIBING_COMMANDS: ReadonlySet<CommandName> = new Set<CommandName>(["completion", "commands"]);
