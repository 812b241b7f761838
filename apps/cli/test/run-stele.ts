import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnvironment } from "@stele/core/node";
import type { Sink } from "../src/io.ts";
import { run } from "../src/run.ts";

/** What one run of the command line left behind. */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunSettings {
  readonly stdin?: string | Uint8Array;
  readonly variables?: Readonly<Record<string, string>>;
  /** Columns of standard output, which then is a terminal. */
  readonly columns?: number;
  readonly home?: string;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
  /** A person sits there: terminals at both ends. */
  readonly isPerson?: boolean;
  /** Told of everything said on standard error, as it is said. */
  readonly onSay?: (text: string) => void;
}

/** Runs the real command line in this process, in an empty home unless one is given. */
export async function runStele(argv: readonly string[], settings: RunSettings = {}): Promise<Outcome> {
  const home = settings.home ?? emptyHome();
  const stdout = sink(settings.columns);
  const stderr = sink(settings.isPerson === true ? 80 : undefined, settings.onSay);
  const bytes = typeof settings.stdin === "string" ? new TextEncoder().encode(settings.stdin) : settings.stdin;
  const exitCode = await run(argv, {
    stdin: {
      isTerminal: settings.isPerson === true,
      async *[Symbol.asyncIterator]() {
        if (bytes !== undefined) yield bytes;
      },
    },
    stdout,
    stderr,
    environment: readEnvironment({ HOME: home, ...settings.variables }),
    cwd: settings.cwd ?? home,
    signal: settings.signal ?? new AbortController().signal,
  });
  return { exitCode, stdout: stdout.text(), stderr: stderr.text() };
}

export function emptyHome(): string {
  return mkdtempSync(join(tmpdir(), "stele-cli-"));
}

function sink(columns?: number, onSay?: (text: string) => void): Sink & { text(): string } {
  const chunks: Buffer[] = [];
  return {
    write: async (chunk) => {
      chunks.push(Buffer.from(chunk));
      onSay?.(String(chunk));
    },
    isTerminal: columns !== undefined,
    ...(columns === undefined ? {} : { columns }),
    text: () => Buffer.concat(chunks).toString("utf8"),
  };
}
