import type { LanguageTag } from "@stele/model";
import { type Asking, type AskOptions, askPieces, type PieceAnswer } from "./ask.ts";
import { type JudgeContext, type Judged, judge } from "./judge.ts";
import { type TaggedText, tagMarks, untagMarks } from "./marks.ts";
import type { Piece } from "./pieces.ts";

/** The source language and what decides what is asked. */
interface AskContext {
  readonly source: LanguageTag;
  readonly options: AskOptions;
}

/** The first asking of an article: pieces without inline marks, then those that go with tags. */
export interface FirstAsking {
  readonly asking: Asking;
  /** Where its pieces stand among all. */
  readonly indexes: readonly number[];
  readonly tagged: readonly (TaggedText | undefined)[];
}

/** What is asked first for these pieces; those with inline marks go with tags, where the engine takes tags. */
export function firstAskings(
  pieces: readonly Piece[],
  unit: Asking["unit"],
  context: AskContext,
): readonly FirstAsking[] {
  const tagged = pieces.map((piece) => tagPiece(piece, context));
  return [false, true].flatMap((isTagged) => {
    const indexes = [...pieces.keys()].filter((index) => (tagged[index] !== undefined) === isTagged);
    if (indexes.length === 0) return [];
    const own = indexes.flatMap((index) => pieces.slice(index, index + 1));
    const texts = indexes.map((index) => tagged[index]?.tagged ?? pieces[index]?.text ?? "");
    const asking = { pieces: own, texts, source: context.source, unit, attempt: 1, isTagged };
    return [{ asking, indexes, tagged: indexes.map((index) => tagged[index]) }];
  });
}

/** Asks for all pieces for the first time, and judges what comes. */
export async function askFirst(
  pieces: readonly Piece[],
  unit: Asking["unit"],
  context: JudgeContext,
): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  const { onAnswer = () => undefined } = context;
  for (const { asking, indexes, tagged } of firstAskings(pieces, unit, context)) {
    const answers = await askPieces({ ...asking, onAnswer }, context.options);
    for (const [at, index] of indexes.entries()) {
      judged[index] = judgeTagged({ text: asking.texts[at] ?? "", tagged: tagged[at] }, answers[at], context);
    }
  }
  return judged;
}

/** Asks for pieces alone, each in a request of its own without context and marks: the second way of every piece. */
export async function askAlone(pieces: readonly Piece[], context: JudgeContext): Promise<readonly Judged[]> {
  const { source, options } = context;
  const tagged = pieces.map((piece) => tagPiece(piece, context));
  const texts = pieces.map((piece, index) => tagged[index]?.plain ?? piece.text);
  const answers = await askPieces({ pieces, texts, source, unit: "sentence", attempt: 2, isAlone: true }, options);
  return answers.map((answer, index) => {
    const one = judge(texts[index] ?? "", answer, context);
    // Its marks are gone, which nothing in the text itself shows.
    return tagged[index] === undefined ? one : { ...one, reasons: [...one.reasons, "tag-broken"] };
  });
}

function tagPiece({ text }: Piece, { options }: AskContext): TaggedText | undefined {
  if (options.marks === undefined || !options.engine.describe.takes.tags) return undefined;
  return tagMarks(text, options.marks);
}

interface Sent {
  readonly text: string;
  readonly tagged: TaggedText | undefined;
}

function judgeTagged({ text, tagged }: Sent, answer: PieceAnswer | undefined, context: JudgeContext): Judged {
  const given = answer ?? { text: "", attempts: 1 };
  const judged = judge(text, given, context);
  if (tagged === undefined || given.standing !== undefined) return judged;
  const isBroken = judged.reasons.includes("tag-broken");
  const shown = isBroken ? given.text.replaceAll(/<\s*\/?\s*x\s*\d+\s*\/?\s*>/gu, "") : given.text;
  return { ...judged, answer: { ...given, text: untagMarks(shown, tagged) } };
}
