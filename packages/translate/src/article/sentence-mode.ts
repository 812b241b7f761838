import type { InlineMark, LanguageTag } from "@stele/model";
import { alignAnswer } from "./align-answer.ts";
import type { PieceAnswer, TranslateOptions } from "./ask.ts";
import { askAlone, askFirst } from "./ask-marked.ts";
import { gapBetween, joinSentences } from "./join-sentences.ts";
import { better, type JudgeContext, type Judged, judge } from "./judge.ts";
import { companies, goesWhole, tryParagraphs } from "./paragraph-again.ts";
import type { Part } from "./part.ts";
import { makePieces, type Piece, windowsOf } from "./pieces.ts";
import type { SourceText } from "./source-text.ts";

/** Translates sentence by sentence, a window at a time: what is bad is asked for once more, alone or whole. */
export async function* translateSentences(
  source: SourceText,
  options: TranslateOptions,
): AsyncGenerator<readonly Part[], void, undefined> {
  const pieces = makePieces(source, "sentence");
  const context = createContext(source, options, pieces.length);
  for (const window of windowsOf(pieces, "sentence")) {
    const first = await askFirst(window, "sentence", context);
    const parts = await partsOf(window, await tryAlone(window, first, context), context);
    yield await tryParagraphs(parts, window, context);
  }
}

/** What a run carries along; its progress counts over all windows. */
export function createContext(source: SourceText, options: TranslateOptions, total: number): JudgeContext {
  let done = 0;
  return { source: source.article.language, options, onAnswer: () => options.onProgress?.(++done, total) };
}

async function tryAlone(
  pieces: readonly Piece[],
  first: readonly Judged[],
  context: JudgeContext,
): Promise<readonly Judged[]> {
  const { options } = context;
  const whole = goesWhole(options.engine) ? companies(pieces) : new Map<number, never>();
  const isBad = (index: number): boolean => (first[index]?.reasons.length ?? 0) > 0;
  const bad = [...first.keys()].filter((index) => isBad(index) && !whole.has(pieces[index]?.block ?? -1));
  for (const [index, one] of first.entries()) if (isBad(index) && !bad.includes(index)) reject(one, options);
  if (bad.length === 0) return first;
  const second = await askAlone(
    bad.flatMap((index) => pieces.slice(index, index + 1)),
    { ...context, areBroken: bad.map((index) => first[index]?.reasons.includes("tag-broken") === true) },
  );
  const judged = [...first];
  for (const [at, index] of bad.entries()) {
    const [before, after] = [first[index], second[at]];
    if (before !== undefined && after !== undefined) judged[index] = choose(before, after, options);
  }
  return judged;
}

function choose(first: Judged, second: Judged, options: TranslateOptions): Judged {
  for (const one of [first, second]) reject(one, options);
  return better(first, second);
}

function reject({ answer: { key }, reasons }: Judged, { onRejected }: TranslateOptions): void {
  if (key !== undefined && reasons.length > 0) onRejected?.(key, reasons);
}

async function partsOf(
  pieces: readonly Piece[],
  judged: readonly Judged[],
  context: JudgeContext,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const run of runsOf(pieces, judged, context)) {
    const members = pieces.slice(...run);
    const [first] = members;
    if (first === undefined) continue;
    const lines = members.map(({ text }) => text);
    const whole = joinJudged(judged.slice(...run), lines, context);
    parts.push(...(await alignAnswer({ lines, from: first.sentences[0], block: first.block, judged: whole }, context)));
  }
  return parts;
}

/**
 * Pieces that stand alone, and runs of neighbours in a block where one is empty and the other's answer is long enough
 * for both: an engine that joined two sentences into one answer. Such a run is aligned, not paired by position.
 */
function runsOf(
  pieces: readonly Piece[],
  judged: readonly Judged[],
  context: JudgeContext,
): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const [index, piece] of pieces.entries()) {
    const last = runs.at(-1);
    const before = pieces[index - 1];
    const isJoined = before?.block === piece.block && isSwallowed([index - 1, index], { pieces, judged, context });
    if (last !== undefined && isJoined) last[1] = index + 1;
    else runs.push([index, index + 1]);
  }
  return runs;
}

interface Neighbours {
  readonly pieces: readonly Piece[];
  readonly judged: readonly Judged[];
  readonly context: JudgeContext;
}

function isSwallowed([a, b]: readonly [number, number], { pieces, judged, context }: Neighbours): boolean {
  const isEmpty = (index: number) => judged[index]?.reasons.includes("empty") === true;
  if (isEmpty(a) === isEmpty(b)) return false;
  const full = isEmpty(a) ? b : a;
  const empty = isEmpty(a) ? a : b;
  const answer = judged[full]?.answer.text ?? "";
  return saysBoth(answer, [pieces[full]?.text ?? "", pieces[empty]?.text ?? ""], context);
}

/** Two deviations longer than its own sentence, and nearer in length to both than to the one. */
function saysBoth(answer: string, [own, other]: readonly [string, string], context: JudgeContext): boolean {
  const { ratio, variance } = context.options.tools.lengthPrior(context.source, context.options.target);
  const expected = ratio * own.length;
  const isLong = (answer.length - expected) / Math.sqrt(variance * Math.max(expected, 1)) > 2;
  return isLong && answer.length > expected + (ratio * other.length) / 2;
}

function joinJudged(judged: readonly Judged[], lines: readonly string[], context: JudgeContext): Judged {
  const [only] = judged;
  if (judged.length === 1 && only !== undefined) return only;
  const attempts = Math.max(...judged.map(({ answer }) => answer.attempts));
  const answer = { ...joinMarked(judged, context.options.target), attempts };
  return judge(joinSentences(lines, context.source), answer, context);
}

/** Several answers as one running text, with their marks. */
function joinMarked(judged: readonly Judged[], language: LanguageTag): Pick<PieceAnswer, "text" | "marks"> {
  const marks: InlineMark[] = [];
  let text = "";
  for (const { answer } of judged) {
    text += gapBetween(text, answer.text, language);
    for (const mark of answer.marks ?? []) {
      marks.push({ ...mark, start: text.length + mark.start, end: text.length + mark.end });
    }
    text += answer.text;
  }
  return { text, marks };
}
