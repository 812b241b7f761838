import { existsSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type ErrorLike, errorText } from "@stele/messages";
import type { Session } from "../session.ts";
import { plain } from "../terminal/plain.ts";
import type { FilePair } from "./find-pairs.ts";
import { type PairJob, type PairOutcome, runPairJob } from "./pair-job.ts";

/** How many pairs are aligned. */
export interface ManyWishes extends Omit<PairJob, "pair"> {
  /** The folder of the results. */
  readonly output: string;
  /** Threads; default: one a processor. */
  readonly jobs?: number;
  readonly force: boolean;
}

/** Part of the result is missing. */
const PARTIAL = 12;

/**
 * Aligns many pairs on several threads, each into a file of its own. What an earlier run finished is not done again
 * unless an input is newer, so that the same command goes on where it was stopped.
 */
export async function alignMany(pairs: readonly FilePair[], wishes: ManyWishes, session: Session): Promise<void> {
  const folder = resolve(session.io.cwd, wishes.output);
  await mkdir(folder, { recursive: true });
  const todo: FilePair[] = [];
  for (const pair of pairs)
    if (wishes.force || !(await isFinished(pair, fileFor(pair, wishes, folder)))) todo.push(pair);
  const done = pairs.length - todo.length;
  if (done > 0) await session.say(session.t("cli.many.finishedBefore", { count: done }));
  let finished = done;
  let failed = 0;
  const keep = async (pair: FilePair, outcome: PairOutcome): Promise<void> => {
    finished += 1;
    const count = `${finished}/${pairs.length}`;
    if (outcome.isDone)
      await write(outcome.text, { file: fileFor(pair, wishes, folder), force: wishes.force }, session);
    else failed += 1;
    const says = outcome.isDone ? pair.name : whyFailed(pair, outcome.error, session);
    await session.say(`${count} ${says}`);
  };
  await runAll(todo, { wishes, keep }, session);
  if (failed > 0) session.exitWith(PARTIAL);
}

function whyFailed({ name }: FilePair, error: ErrorLike, session: Session): string {
  return session.t("cli.many.failed", { name, why: plain(errorText(error, session).message) });
}

function fileFor({ name }: FilePair, { format }: ManyWishes, folder: string): string {
  return join(folder, `${name}.${format}`);
}

async function isFinished({ source, target }: FilePair, file: string): Promise<boolean> {
  const result = await stat(file).catch(() => undefined);
  if (result === undefined) return false;
  const inputs = await Promise.all([source, target].map((input) => stat(input).catch(() => undefined)));
  return inputs.every((input) => input === undefined || input.mtimeMs <= result.mtimeMs);
}

async function write(
  text: string,
  { file, force }: { readonly file: string; readonly force: boolean },
  session: Session,
): Promise<void> {
  const { writeOutput } = await session.core();
  await writeOutput(file, [text], { dataDir: session.environment.dataDir, force });
}

interface Work {
  readonly wishes: ManyWishes;
  readonly keep: (pair: FilePair, outcome: PairOutcome) => Promise<void>;
}

const WORKER = fileURLToPath(new URL("./pair-worker.js", import.meta.url));

async function runAll(pairs: readonly FilePair[], { wishes, keep }: Work, session: Session): Promise<void> {
  const core = await session.core();
  const { output: _, jobs = availableParallelism(), force: __, ...rest } = wishes;
  const waiting = [...pairs];
  const threads = existsSync(WORKER) && pairs.length > 1 ? Math.min(jobs, pairs.length) : 1;
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const thread = threads > 1 ? new Worker(WORKER) : undefined;
      try {
        for (let pair = waiting.shift(); pair !== undefined; pair = waiting.shift()) {
          if (session.io.signal.aborted) throw cancelled(core);
          const job = { ...rest, pair };
          await keep(pair, thread === undefined ? await runPairJob(job, core) : await ask(thread, job));
        }
      } finally {
        await thread?.terminate();
      }
    }),
  );
}

function ask(thread: Worker, job: PairJob): Promise<PairOutcome> {
  return new Promise((resolve, reject) => {
    thread.once("message", (outcome: PairOutcome) => {
      thread.off("error", reject);
      resolve(outcome);
    });
    thread.once("error", reject);
    thread.postMessage(job);
  });
}

function cancelled({ SteleError }: typeof import("@stele/core/node")): Error {
  return new SteleError({
    code: "cancelled",
    message: "The aligning was stopped.",
    hint: "Run the same command to go on; finished pairs were kept.",
  });
}
