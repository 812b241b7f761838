import { Failure } from "../api/failure.ts";
import type { AnswerMessage, TaskMessage } from "./task.ts";

interface Waiting {
  resolve(answer: unknown): void;
  reject(failure: Failure): void;
  onProgress?(share: number): void;
}

/** How a task may be watched and called off. */
export interface TaskOptions {
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** A worker that starts with the first task, and what waits for its answers. */
export interface WorkerLine {
  /**
   * Calling off a task drops its answer; with `isLong` it also ends the worker, since nothing else stops a calculation.
   *
   * @throws Failure with the code of the error inside the worker; `cancelled`.
   */
  post(message: TaskMessage, options: TaskOptions & { readonly isLong?: boolean }): Promise<unknown>;
}

/** A line to the worker that `open` starts. */
export function createWorkerLine(open: () => Worker): WorkerLine {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;

  function started(): Worker {
    if (worker !== undefined) return worker;
    worker = open();
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

  function cancel(id: number, isLong: boolean): void {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    waiting.delete(id);
    entry.reject(cancelled());
    if (isLong) endAll(cancelled());
  }

  function endAll(failure: Failure): void {
    worker?.terminate();
    worker = undefined;
    for (const entry of waiting.values()) entry.reject(failure);
    waiting.clear();
  }

  return {
    post: (message, { signal, onProgress, isLong = false }) => {
      if (signal?.aborted === true) return Promise.reject(cancelled());
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve, reject, ...(onProgress === undefined ? {} : { onProgress }) });
        signal?.addEventListener("abort", () => cancel(message.id, isLong), { once: true });
        started().postMessage(message);
      });
    },
  };
}

function cancelled(): Failure {
  return new Failure({ code: "cancelled", message: "Cancelled." });
}
