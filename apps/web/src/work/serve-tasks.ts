import { SteleError } from "@stele/core";
import type { TaskMessage } from "./task.ts";

/** A worker's side: does each task that comes, and answers with its result or with what went wrong. */
export function serveTasks<Task>(
  work: (message: TaskMessage<Task>, onProgress: (share: number) => void) => Promise<unknown>,
): void {
  self.addEventListener("message", ({ data }: MessageEvent<TaskMessage<Task>>) => {
    const { id } = data;
    work(data, (progress) => self.postMessage({ id, progress })).then(
      (answer) => self.postMessage({ id, answer }),
      (error: unknown) => self.postMessage({ id, failure: describe(error) }),
    );
  });
}

function describe(error: unknown): { code: string; message: string; hint: string } {
  if (error instanceof SteleError) return { code: error.code, message: error.message, hint: error.hint };
  return { code: "internal", message: error instanceof Error ? error.message : String(error), hint: "" };
}
