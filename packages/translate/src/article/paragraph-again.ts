import type { Engine } from "../contract.ts";
import { alignAnswer } from "./align-answer.ts";
import { askPieces } from "./ask.ts";
import { joinSentences } from "./join-sentences.ts";
import { type JudgeContext, judge } from "./judge.ts";
import { badness, type Part } from "./part.ts";
import type { Piece } from "./pieces.ts";

/**
 * Whether a sentence's other way is its paragraph whole: an engine that heeds no context answers a sentence alone as it
 * answered it among others. Engines that take tags are asked for the sentence alone, so that its marks stay.
 */
export function goesWhole({ describe: { takes } }: Engine): boolean {
  return !(takes.context || takes.tags);
}

/** The blocks of some pieces in which a sentence has company, each with its pieces. */
export function companies(pieces: readonly Piece[]): ReadonlyMap<number, readonly Piece[]> {
  const blocks = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const same = blocks.get(piece.block);
    if (same === undefined) blocks.set(piece.block, [piece]);
    else same.push(piece);
  }
  return new Map([...blocks].filter(([, { length }]) => length > 1));
}

/** Asks once for the paragraphs with something bad in them, divides the answers, and keeps the better way of each. */
export async function tryParagraphs(
  parts: readonly Part[],
  pieces: readonly Piece[],
  context: JudgeContext,
): Promise<readonly Part[]> {
  if (!goesWhole(context.options.engine)) return parts;
  const own = (block: number): readonly Part[] => parts.filter((part) => part.block === block);
  const bad = [...companies(pieces)].filter(([block]) => badness(own(block)) > 0);
  if (bad.length === 0) return parts;
  const whole = await askWhole(new Map(bad), context);
  return [...new Set(parts.map(({ block }) => block))].flatMap((block) => {
    const [before, after] = [own(block), whole.get(block)];
    if (after === undefined) return before;
    return badness(after) < badness(before) ? after : before.map((part) => ({ ...part, attempts: 2 }));
  });
}

async function askWhole(
  paragraphs: ReadonlyMap<number, readonly Piece[]>,
  context: JudgeContext,
): Promise<ReadonlyMap<number, readonly Part[]>> {
  const { source, options } = context;
  const lines = [...paragraphs.values()].map((members) => members.map(({ text }) => text));
  const texts = lines.map((own) => joinSentences(own, source));
  const firsts = [...paragraphs.values()].flatMap((members) => members.slice(0, 1));
  const how = { unit: "paragraph", attempt: 2, isAlone: true } as const;
  const answers = await askPieces({ pieces: firsts, texts, source, ...how }, options);
  const found = new Map<number, readonly Part[]>();
  for (const [at, { block, sentences }] of firsts.entries()) {
    const judged = judge(texts[at] ?? "", answers[at] ?? { text: "", attempts: 2 }, context);
    found.set(block, await alignAnswer({ lines: lines[at] ?? [], from: sentences[0], block, judged }, context));
  }
  return found;
}
