import {
  type Aligner,
  alignSides,
  type Bitext,
  buildPolytext,
  createAligner,
  type Polytext,
  readArticle,
  type Side,
  sideOf,
} from "@stele/core";
import { loadCached } from "./cached-file.ts";
import { serveTasks } from "./serve-tasks.ts";
import type { AlignTask, AlignWork, OwnText } from "./task.ts";

let opened: Promise<Aligner> | undefined;

/** The aligner, opened once; a failed opening is tried again with the next task. */
function openAligner(vectors: string | undefined): Promise<Aligner> {
  opened ??= createWith(vectors).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function createWith(vectors: string | undefined): Promise<Aligner> {
  return createAligner(vectors === undefined ? {} : { vectors: await loadCached("vectors", vectors) });
}

serveTasks<AlignWork[keyof AlignWork]["task"]>(async ({ task, files }, onProgress) => {
  const aligner = await openAligner(files.vectors);
  if (task.kind === "warm-aligner") return warmUp(aligner);
  if (task.kind === "align") return alignOwn(aligner, task, onProgress);
  return aligner.linkWords(task.source, task.target, { source: task.from, target: task.to });
});

/** Reads a little of each kind, so that the readers are there when the server no longer is. */
async function warmUp(aligner: Aligner): Promise<boolean> {
  const sample = new TextEncoder().encode("<p>One.</p>");
  await Promise.all(
    ["a.txt", "a.md", "a.html", "a.srt", "a.docx", "a.epub"].map((name) =>
      readArticle(sample, { name }).catch(() => undefined),
    ),
  );
  return aligner.hasMeaning;
}

async function alignOwn(aligner: Aligner, task: AlignTask, onProgress: (share: number) => void): Promise<Polytext> {
  const [first, ...others] = await Promise.all(task.texts.map(readSide));
  if (first === undefined) throw new Error("No text to align.");
  const [second, third] = others;
  const between = second !== undefined && third !== undefined ? [[second, third] as const] : [];
  const wanted = [...others.map((other) => [first, other] as const), ...between];
  const pairs: Bitext[] = [];
  for (const [index, [from, to]] of wanted.entries()) {
    const report = (share: number): void => onProgress((index + share) / wanted.length);
    pairs.push(await alignSides(from, to, { aligner, onProgress: report }));
  }
  return buildPolytext(pairs);
}

async function readSide({ name, language, bytes }: OwnText): Promise<Side> {
  const { text, blocks } = await readArticle(bytes, { name, language });
  return sideOf({ text, language, blocks, name });
}
