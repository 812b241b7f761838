import { readEnvironment } from "@stele/core/environment";
import type { Io, Sink } from "./io.ts";

/** The process's own streams. Ctrl-C aborts the first time, and the second time ends what still waits. */
export function processIo(): Io {
  const first = new AbortController();
  const second = new AbortController();
  process.on("SIGINT", () => (first.signal.aborted ? second.abort() : first.abort()));
  process.on("SIGTERM", () => first.abort());
  const { stdin } = process;
  return {
    stdin: { isTerminal: stdin.isTTY === true, [Symbol.asyncIterator]: () => stdin[Symbol.asyncIterator]() },
    stdout: sink(process.stdout),
    stderr: sink(process.stderr),
    environment: readEnvironment(),
    cwd: process.cwd(),
    signal: first.signal,
    killSignal: second.signal,
  };
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
