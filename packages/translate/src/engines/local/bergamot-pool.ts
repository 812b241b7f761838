import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { ModelFiles, WorkerFiles, WorkerReply, WorkerRequest, WorkerTranslation } from "./bergamot-types.ts";
import { modelInvalid } from "./local-errors.ts";

/** Worker threads that run Bergamot; started when they are first needed. */
export interface BergamotPool {
  /** Translates some texts in one call, in one thread. @throws SteleError `model-invalid`. */
  translate(texts: readonly string[], route: readonly ModelFiles[]): Promise<readonly WorkerTranslation[]>;
  readonly size: number;
  /** Ends the threads; what is under way fails. A later call starts them again. */
  close(): Promise<void>;
}

/** Makes a pool of so many threads; each takes about 350 MB when it has a model. */
export function createBergamotPool(size: number): BergamotPool {
  let threads: readonly Thread[] = [];
  return {
    size,
    translate(texts, route) {
      if (threads.length === 0) threads = Array.from({ length: size }, () => createThread());
      const idle = [...threads].sort((a, b) => a.load() - b.load())[0];
      return idle === undefined ? Promise.resolve([]) : idle.translate(texts, route);
    },
    async close() {
      const ending = threads;
      threads = [];
      await Promise.all(ending.map((thread) => thread.close()));
    },
  };
}

interface Thread {
  translate(texts: readonly string[], route: readonly ModelFiles[]): Promise<readonly WorkerTranslation[]>;
  load(): number;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (translations: readonly WorkerTranslation[]) => void;
  readonly reject: (thrown: unknown) => void;
}

/** One thread; after a failure the next call starts a new one, for the memory of the old may be broken. */
function createThread(): Thread {
  let running: Running | undefined;
  return {
    translate(texts, route) {
      running = running?.isEnded() === false ? running : startWorker();
      return running.ask(texts, route);
    },
    load: () => running?.load() ?? 0,
    async close() {
      await running?.end();
      running = undefined;
    },
  };
}

interface Running {
  ask(texts: readonly string[], route: readonly ModelFiles[]): Promise<readonly WorkerTranslation[]>;
  load(): number;
  isEnded(): boolean;
  end(): Promise<unknown>;
}

function startWorker(): Running {
  const worker = new Worker(new URL("./bergamot-worker.cjs", import.meta.url), { workerData: engineFiles() });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let hasEnded = false;
  const endWith = (reason: string) => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(modelInvalid("of the local engine", reason));
    waiting.clear();
  };
  worker.on("error", (error) => endWith(error.message));
  worker.on("exit", () => endWith("it ended"));
  worker.on("message", (reply: WorkerReply) => {
    settle(waiting, reply);
    if (waiting.size === 0) worker.unref();
    if (!("failure" in reply)) return;
    hasEnded = true;
    void worker.terminate();
  });
  return {
    ask(texts, route) {
      // Only a thread with work keeps the process alive.
      worker.ref();
      return new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, texts, route } satisfies WorkerRequest);
      });
    },
    load: () => waiting.size,
    isEnded: () => hasEnded,
    end: () => worker.terminate(),
  };
}

function settle(waiting: Map<number, Waiting>, reply: WorkerReply): void {
  const one = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ("failure" in reply) one?.reject(modelInvalid(reply.model, reasonOf(reply.failure)));
  else one?.resolve(reply.translations);
}

/** WebAssembly says of a file it cannot read only that it aborted. */
function reasonOf(failure: string): string {
  return /abort|unreachable|out of bounds/iu.test(failure) ? "its files are damaged or of another kind" : failure;
}

/** The two files of the package that are used; its own worker does not run in Node. */
function engineFiles(): WorkerFiles {
  const require = createRequire(import.meta.url);
  return {
    glue: require.resolve("@browsermt/bergamot-translator/worker/bergamot-translator-worker.js"),
    wasm: require.resolve("@browsermt/bergamot-translator/worker/bergamot-translator-worker.wasm"),
  };
}
