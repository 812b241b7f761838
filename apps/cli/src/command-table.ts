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
  serve: async () => (await import("./commands/serve.ts")).defineServe,
  library: async () => (await import("./commands/library.ts")).defineLibrary,
} satisfies Readonly<Record<string, () => Promise<Define>>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** Every name, in the order of the help. */
export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
