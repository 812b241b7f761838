import type { Environment } from "@stele/core/environment";

/** A stream that text goes to. */
export interface Sink {
  /** Resolves when the text has been taken; rejects with the system's error. */
  write(chunk: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width in columns, where the stream knows one. */
  readonly columns?: number;
}

/** Everything a command touches of the process around it; tests give their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTerminal: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Environment;
  /** The folder in which relative paths begin. */
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}
