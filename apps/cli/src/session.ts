import { resolve } from "node:path";
import type { Environment } from "@stele/core/environment";
import type { Home, Settings, SteleError } from "@stele/core/node";
import { createTranslator, pickUiLanguage, type Translator, type UiLanguage } from "@stele/messages";
import pc from "picocolors";
import type { Io } from "./io.ts";

type Core = typeof import("@stele/core/node");
type Colours = ReturnType<typeof pc.createColors>;

/** One run of the command line: what every command is given. */
export interface Session {
  readonly io: Io;
  readonly environment: Environment;
  readonly language: UiLanguage;
  readonly t: Translator;
  /** Colours of standard output; all plain where none are wanted. */
  readonly colours: Colours;
  readonly isVerbose: boolean;
  /** Errors go out as JSON where the result would. */
  readonly isJson: boolean;
  /** Whether a person can be asked: a terminal at both ends, no CI, no `--no-input`. */
  readonly canAsk: boolean;
  /** Everything heavy; loaded when a command first asks. */
  core(): Promise<Core>;
  /** The user's home, opened once; `flags` count before everything else. Its end is the end of the run. */
  home(flags?: Settings): Promise<Home>;
  /** Closes what the run opened. */
  end(): void;
  /** The result: standard output. */
  result(chunk: string | Uint8Array): Promise<void>;
  /** A sentence for the person: standard error; nothing with `--quiet`, nor where a program reads the result. */
  say(text: string): Promise<void>;
  /** The exit code of a run that gave its result and still has something to complain of. */
  exitWith(code: number): void;
  readonly exitCode: number;
}

/** What the words of the command line say about messages, read before they are understood. */
interface Wishes {
  readonly language: UiLanguage;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  readonly isJson: boolean;
  readonly noColour: boolean;
  readonly noInput: boolean;
  /** A file of settings that count like flags. */
  readonly config: string | undefined;
}

/** Begins a run. */
export function createSession(argv: readonly string[], io: Io): Session {
  const wishes = wishesOf(argv, io.environment);
  const { environment } = io;
  let exitCode = 0;
  let home: Home | undefined;
  return {
    io,
    environment,
    language: wishes.language,
    t: createTranslator(wishes.language),
    colours: pc.createColors(wantsColour(io, wishes)),
    isVerbose: wishes.isVerbose,
    isJson: wishes.isJson,
    canAsk: io.stdin.isTerminal && io.stderr.isTerminal && !environment.isCi && !wishes.noInput,
    core: () => import("@stele/core/node"),
    home: async (flags = {}) => {
      const { openHome, readSettingsFile } = await import("@stele/core/node");
      if (home !== undefined) return home;
      const named = wishes.config === undefined ? {} : readSettingsFile(resolve(io.cwd, wishes.config));
      home = openHome({ environment, projectDir: io.cwd, flags: { ...named, ...flags } });
      return home;
    },
    end: () => home?.close(),
    result: (chunk) => io.stdout.write(chunk),
    say: async (text) => {
      if (!(wishes.isQuiet || wishes.isJson)) await io.stderr.write(`${text}\n`);
    },
    exitWith: (code) => {
      exitCode = code;
    },
    get exitCode() {
      return exitCode;
    },
  };
}

/** `NO_COLOR` and `--no-color` beat `FORCE_COLOR`, which beats what the stream is. */
function wantsColour(io: Io, wishes: Wishes): boolean {
  const { noColor, forceColor, isDumbTerminal, isCi } = io.environment;
  if (noColor || wishes.noColour) return false;
  return forceColor || (io.stdout.isTerminal && !isDumbTerminal && !isCi);
}

function wishesOf(argv: readonly string[], environment: Environment): Wishes {
  const words = argv.slice(0, argv.includes("--") ? argv.indexOf("--") : argv.length);
  const has = (...flags: string[]): boolean => flags.some((flag) => words.includes(flag));
  const format = wordAfter(words, "--format") ?? "";
  return {
    language: pickUiLanguage([wordAfter(words, "--ui-lang"), ...environment.languages]),
    isQuiet: has("-q", "--quiet"),
    isVerbose: has("-v", "--verbose"),
    isJson: has("--json") || format.startsWith("json"),
    noColour: has("--no-color", "--no-colors"),
    noInput: has("--no-input"),
    config: wordAfter(words, "--config") ?? wordAfter(words, "-c"),
  };
}

function wordAfter(words: readonly string[], name: string): string | undefined {
  const joined = words.find((word) => word.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const index = words.indexOf(name);
  return index < 0 ? undefined : words[index + 1];
}

/** The class of our errors, without loading the core: an error that is one says so itself. */
export function isSteleError(error: unknown): error is SteleError {
  return error instanceof Error && error.name === "SteleError" && "code" in error && "exitCode" in error;
}
