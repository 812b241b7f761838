import { readAbout } from "../api/about.ts";
import { Failure } from "../api/failure.ts";
import type { AnswerMessage, Task, TaskMessage, Work } from "./task.ts";

interface Waiting {
  resolve(answer: unknown): void;
  reject(failure: Failure): void;
  onProgress?(share: number): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

/** How a task may be watched and called off. */
export interface TaskOptions {
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Has the worker do a task, away from the page's own thread. The first task starts it and loads the vectors. Calling
 * off an alignment ends the worker, since nothing else stops a calculation; the next task starts another.
 *
 * @throws Failure with the code of the error inside the worker; `cancelled`.
 */
export async function doTask<K extends keyof Work>(
  task: Work[K]["task"],
  options: TaskOptions = {},
): Promise<Work[K]["answer"]> {
  const about = await readAbout().catch(() => undefined);
  const message = { id: ++lastId, task, ...(about?.vectors === undefined ? {} : { vectors: about.vectors }) };
  return (await post(message, options)) as Work[K]["answer"];
}

function post(message: TaskMessage, { signal, onProgress }: TaskOptions): Promise<unknown> {
  if (signal?.aborted === true) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const entry: Waiting = { resolve, reject, ...(onProgress === undefined ? {} : { onProgress }) };
    waiting.set(message.id, entry);
    signal?.addEventListener("abort", () => cancel(message.task, message.id), { once: true });
    open().postMessage(message);
  });
}

function open(): Worker {
  if (worker !== undefined) return worker;
  worker = new Worker(new URL("./align-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<AnswerMessage>) => settle(event.data));
  worker.addEventListener("error", () => endAll(new Failure({ code: "internal", message: "The worker stopped." })));
  return worker;
}

function settle(message: AnswerMessage): void {
  const entry = waiting.get(message.id);
  if (entry === undefined) return;
  if ("progress" in message) {
    entry.onProgress?.(message.progress);
    return;
  }
  waiting.delete(message.id);
  if ("failure" in message) entry.reject(new Failure(message.failure));
  else entry.resolve(message.answer);
}

function cancel(task: Task, id: number): void {
  const entry = waiting.get(id);
  if (entry === undefined) return;
  waiting.delete(id);
  entry.reject(cancelled());
  if (task.kind === "align") endAll(cancelled());
}

function endAll(failure: Failure): void {
  worker?.terminate();
  worker = undefined;
  for (const entry of waiting.values()) entry.reject(failure);
  waiting.clear();
}

function cancelled(): Failure {
  return new Failure({ code: "cancelled", message: "Cancelled." });
}

/** Starts the worker and has it load what it needs, so that a later task needs no server any more. */
export function warmUp(): void {
  doTask<"warm">({ kind: "warm" }).catch(() => undefined);
}
