import {
  type Aligner,
  alignSides,
  type Bitext,
  buildPolytext,
  createAligner,
  type Polytext,
  readArticle,
  type Side,
  SteleError,
  sideOf,
} from "@stele/core";
import type { AlignTask, OwnText, Task, TaskMessage } from "./task.ts";
import { loadVectors } from "./vectors-cache.ts";

let aligner: Promise<Aligner> | undefined;

async function openAligner(vectors: string | undefined): Promise<Aligner> {
  return createAligner(vectors === undefined ? {} : { vectors: await loadVectors(vectors) });
}

self.addEventListener("message", (event: MessageEvent<TaskMessage>) => {
  const { id, task, vectors } = event.data;
  aligner ??= openAligner(vectors);
  aligner
    .then((ready) => work(ready, task, (progress) => self.postMessage({ id, progress })))
    .then((answer) => self.postMessage({ id, answer }))
    .catch((error: unknown) => {
      aligner = error instanceof SteleError ? aligner : undefined;
      self.postMessage({ id, failure: describe(error) });
    });
});

function describe(error: unknown): { code: string; message: string; hint: string } {
  if (error instanceof SteleError) return { code: error.code, message: error.message, hint: error.hint };
  return { code: "internal", message: error instanceof Error ? error.message : String(error), hint: "" };
}

async function work(ready: Aligner, task: Task, onProgress: (share: number) => void): Promise<unknown> {
  if (task.kind === "warm") return warmUp(ready);
  if (task.kind === "align") return alignOwn(ready, task, onProgress);
  return ready.linkWords(task.source, task.target, { source: task.from, target: task.to });
}

/** Reads a little of each kind, so that the readers are there when the server no longer is. */
async function warmUp(aligner: Aligner): Promise<boolean> {
  const sample = new TextEncoder().encode("<p>One.</p>");
  await Promise.all(["a.txt", "a.md", "a.html"].map((name) => readArticle(sample, { name }).catch(() => undefined)));
  return aligner.hasMeaning;
}

async function alignOwn(aligner: Aligner, task: AlignTask, onProgress: (share: number) => void): Promise<Polytext> {
  const [first, ...others] = await Promise.all(task.texts.map(readSide));
  if (first === undefined) throw new Error("No text to align.");
  const pairs: Bitext[] = [];
  for (const [index, other] of others.entries()) {
    const report = (share: number): void => onProgress((index + share) / others.length);
    pairs.push(await alignSides(first, other, { aligner, onProgress: report }));
  }
  return buildPolytext(pairs);
}

async function readSide({ name, language, bytes }: OwnText): Promise<Side> {
  const { text, blocks } = await readArticle(bytes, { name, language });
  return sideOf({ text, language, blocks, name });
}
