import { readEnvironment } from "@stele/core/environment";
import type { Io, Sink } from "./io.ts";

/** The exit code of an interrupted run, as shells have it. */
const INTERRUPTED = 130;

/**
 * The process's own streams. For a command that asks for the signal, the first Ctrl-C lets what is under way come to
 * its end and the second does not wait; any other ends at once, as every program does.
 */
export function processIo(): Io {
  let stop: AbortController | undefined;
  const { stdin } = process;
  return {
    stdin: { isTerminal: stdin.isTTY === true, [Symbol.asyncIterator]: () => stdin[Symbol.asyncIterator]() },
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    environment: readEnvironment(),
    cwd: process.cwd(),
    get signal() {
      stop ??= stopBySignals();
      return stop.signal;
    },
  };
}

function stopBySignals(): AbortController {
  const stop = new AbortController();
  process.on("SIGINT", () => (stop.signal.aborted ? process.exit(INTERRUPTED) : stop.abort()));
  process.on("SIGTERM", () => stop.abort());
  return stop;
}

function sink(stream: NodeJS.WriteStream): Sink {
  // The callback of a write reports the error; without a listener the same error would end the process as a bug.
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
    write: (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
  };
}
