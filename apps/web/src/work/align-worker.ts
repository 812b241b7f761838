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
  type WordLexicon,
} from "@stele/core";
import { loadCached } from "./cached-file.ts";
import { serveTasks } from "./serve-tasks.ts";
import type { AlignTask, AlignWork, LearnTask, LinkTask, OwnText } from "./task.ts";

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
  return task.kind === "learn" ? learn(aligner, task) : link(aligner, task);
});

/** What was learnt of the texts read last, and is still being learnt. */
const lexicons = new Map<number, Promise<WordLexicon | undefined>>();
/** Three languages have six pairs of sides; so the text that was read before is still known. */
const MOST_LEXICONS = 12;

async function learn(aligner: Aligner, { lesson, beads, from, to }: LearnTask): Promise<boolean> {
  const learning = aligner.learnWords(beads, { source: from, target: to }).catch(() => undefined);
  lexicons.set(lesson, learning);
  for (const old of [...lexicons.keys()].slice(0, -MOST_LEXICONS)) lexicons.delete(old);
  return (await learning) !== undefined;
}

async function link(aligner: Aligner, { source, target, from, to, lesson = 0 }: LinkTask) {
  const lexicon = await lexicons.get(lesson);
  return aligner.linkWords(source, target, { source: from, target: to, ...(lexicon !== undefined && { lexicon }) });
}

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
