import { alignAnswer } from "./align-answer.ts";
import type { TranslateOptions } from "./ask.ts";
import { askAlone, askFirst } from "./ask-marked.ts";
import type { JudgeContext, Judged } from "./judge.ts";
import { badness, type Part } from "./part.ts";
import { makePieces, type Piece, type Pieces, windowsOf } from "./pieces.ts";
import { createContext } from "./sentence-mode.ts";
import type { SourceText } from "./source-text.ts";

/**
 * Translates paragraph by paragraph: each answer is divided among its sentences by the aligner. Where a sentence got
 * nothing or something bad, the sentences of the paragraph are asked for alone, and the better of both ways is kept.
 */
export async function* translateParagraphs(
  source: SourceText,
  options: TranslateOptions,
): AsyncGenerator<readonly Part[], void, undefined> {
  const paragraphs = makePieces(source, "paragraph");
  const sentences = makePieces(source, "sentence");
  const context = createContext(source, options, paragraphs.length);
  for (const window of windowsOf(paragraphs, "paragraph")) yield await translateWindow(window, sentences, context);
}

async function translateWindow(
  paragraphs: readonly Piece[],
  sentences: Pieces,
  context: JudgeContext,
): Promise<readonly Part[]> {
  const answers = await askFirst(paragraphs, "paragraph", context);
  const whole: (readonly Part[])[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    whole.push(await alignPiece(paragraph, sentences, { judged: answers[index], context }));
  }
  const alone = await trySentences(paragraphs, sentences, { whole, answers, context });
  const { options } = context;
  return whole.flatMap((parts, index) => choose(parts, alone.get(index), { answer: answers[index], options }));
}

async function alignPiece(
  paragraph: Piece,
  sentences: Pieces,
  { judged, context }: { readonly judged: Judged | undefined; readonly context: JudgeContext },
): Promise<readonly Part[]> {
  const lines = sentences.slice(...paragraph.sentences).map(({ text }) => text);
  const given = judged ?? { answer: { text: "", attempts: 1 }, reasons: ["empty"] };
  return alignAnswer({ lines, from: paragraph.sentences[0], block: paragraph.block, judged: given }, context);
}

/** What the paragraphs became as wholes. */
interface Wholes {
  readonly whole: readonly (readonly Part[])[];
  readonly answers: readonly Judged[];
  readonly context: JudgeContext;
}

/** Asks for the sentences of all bad paragraphs at once; gives the parts by the paragraph's index. */
async function trySentences(
  paragraphs: readonly Piece[],
  sentences: Pieces,
  { whole, answers, context }: Wholes,
): Promise<ReadonlyMap<number, readonly Part[]>> {
  const bad = [...paragraphs.keys()].filter((index) => badness(whole[index] ?? []) > 0);
  const again = bad.flatMap((index) => {
    const [from, to] = paragraphs[index]?.sentences ?? [0, 0];
    return sentences.slice(from, to).map((piece) => ({ index, piece }));
  });
  const found = new Map<number, readonly Part[]>();
  if (again.length === 0) return found;
  const alone = await askAlone(
    again.map(({ piece }) => piece),
    { ...context, areBroken: again.map(({ index }) => answers[index]?.reasons.includes("tag-broken") === true) },
  );
  for (const [at, { index, piece }] of again.entries()) {
    const parts = await alignPiece({ ...piece }, sentences, { judged: alone[at], context });
    found.set(index, [...(found.get(index) ?? []), ...parts]);
  }
  return found;
}

function choose(
  whole: readonly Part[],
  alone: readonly Part[] | undefined,
  { answer, options }: { readonly answer: Judged | undefined; readonly options: TranslateOptions },
): readonly Part[] {
  if (alone === undefined) return whole;
  const key = answer?.answer.key;
  if (key !== undefined) options.onRejected?.(key, [...new Set(whole.flatMap(({ reasons }) => reasons))]);
  return badness(alone) < badness(whole) ? alone : whole.map((part) => ({ ...part, attempts: 2 }));
}
