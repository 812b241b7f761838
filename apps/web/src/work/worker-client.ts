import { readAbout } from "../api/about.ts";
import type { Work } from "./task.ts";
import { createWorkerLine, type TaskOptions, type WorkerLine } from "./worker-line.ts";

const aligning = createWorkerLine(
  () => new Worker(new URL("./align-worker.ts", import.meta.url), { type: "module", name: "aligner" }),
);
/** By themselves, so that pinyin need not wait until a book is aligned. */
const reading = createWorkerLine(
  () => new Worker(new URL("./readings-worker.ts", import.meta.url), { type: "module", name: "readings" }),
);

const LINES: Readonly<Record<keyof Work, WorkerLine>> = {
  links: aligning,
  learn: aligning,
  align: aligning,
  "warm-aligner": aligning,
  read: reading,
  hanja: reading,
  "look-up": reading,
  "warm-readings": reading,
};

let lastId = 0;

/**
 * Has a worker do a task, away from the page's own thread. What a worker needs is loaded with its first task.
 *
 * @throws Failure with the code of the error inside the worker; `cancelled`.
 */
export async function doTask<K extends keyof Work>(
  task: Work[K]["task"],
  options: TaskOptions = {},
): Promise<Work[K]["answer"]> {
  const files = await readAbout().then(
    (about) => about.files,
    () => ({}),
  );
  const message = { id: ++lastId, task, files };
  const answer = await LINES[task.kind].post(message, { ...options, isLong: task.kind === "align" });
  return answer as Work[K]["answer"];
}

/** Has the workers load what they need, so that later tasks need no server any more. */
export function warmUp(): void {
  for (const kind of ["warm-aligner", "warm-readings"] as const) doTask({ kind }).catch(() => undefined);
}
