import type { LanguageTag } from "@stele/model";
import type { Untagged } from "../contract.ts";
import { type Asking, type AskOptions, askPieces, type PieceAnswer } from "./ask.ts";
import { type JudgeContext, type Judged, judge } from "./judge.ts";
import type { Piece } from "./pieces.ts";
import { closeEmptyTags, type TaggedSpans, tagSpans, untaggedText, untagSpans } from "./tag-spans.ts";

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
  readonly tagged: readonly (TaggedSpans | undefined)[];
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
    const asked = { pieces: own, texts, source: context.source, unit, attempt: 1 };
    const spans = indexes.map((index) => tagged[index]);
    return [{ asking: { ...asked, ...taggingOf(spans, isTagged) }, indexes, tagged: spans }];
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

/** A run, and which pieces came back with broken tags the first time. */
interface AloneContext extends JudgeContext {
  readonly areBroken: readonly boolean[];
}

/**
 * Asks for pieces alone, each in a request of its own without context: the second way of every piece. Those whose tags
 * were broken go without, and the loss of their marks is a reason of its own.
 */
export async function askAlone(pieces: readonly Piece[], context: AloneContext): Promise<readonly Judged[]> {
  const tagged = pieces.map((piece) => tagPiece(piece, context));
  const judged: Judged[] = [];
  for (const isTagged of [false, true]) {
    const isOf = (index: number): boolean => tagged[index] !== undefined && context.areBroken[index] !== true;
    const indexes = [...pieces.keys()].filter((index) => isOf(index) === isTagged);
    if (indexes.length === 0) continue;
    for (const [index, one] of await askGroup(pieces, { indexes, tagged, isTagged }, context)) judged[index] = one;
  }
  return judged;
}

interface AloneGroup {
  readonly indexes: readonly number[];
  readonly tagged: readonly (TaggedSpans | undefined)[];
  readonly isTagged: boolean;
}

async function askGroup(
  pieces: readonly Piece[],
  { indexes, tagged, isTagged }: AloneGroup,
  context: JudgeContext,
): Promise<readonly (readonly [number, Judged])[]> {
  const { source, options } = context;
  const own = indexes.flatMap((index) => pieces.slice(index, index + 1));
  const texts = indexes.map((index) => tagged[index]?.[isTagged ? "tagged" : "plain"] ?? pieces[index]?.text ?? "");
  const spans = indexes.map((index) => tagged[index]);
  const how = { unit: "sentence", attempt: 2, isAlone: true, ...taggingOf(spans, isTagged) } as const;
  const answers = await askPieces({ pieces: own, texts, source, ...how }, options);
  return indexes.map((index, at) => {
    const text = texts[at] ?? "";
    const marks = tagged[index];
    if (isTagged) return [index, judgeTagged({ text, tagged: marks }, answers[at], context)];
    const one = judge(text, answers[at] ?? { text: "", attempts: 2 }, context);
    // Its marks are gone, which nothing in the text itself shows.
    return [index, marks === undefined ? one : { ...one, reasons: [...one.reasons, "tag-broken"] }];
  });
}

function taggingOf(
  tagged: readonly (TaggedSpans | undefined)[],
  isTagged: boolean,
): Pick<Asking, "isTagged" | "untagged"> {
  if (!isTagged) return { isTagged };
  return { isTagged, untagged: tagged.map((spans) => (spans === undefined ? NOTHING : untaggedText(spans))) };
}

const NOTHING: Untagged = { text: "", kept: [] };

function tagPiece({ text, marks }: Piece, { options }: AskContext): TaggedSpans | undefined {
  return options.engine.describe.takes.tags && marks.length > 0 ? tagSpans(text, marks) : undefined;
}

interface Sent {
  readonly text: string;
  readonly tagged: TaggedSpans | undefined;
}

function judgeTagged({ text, tagged }: Sent, answer: PieceAnswer | undefined, context: JudgeContext): Judged {
  const given = answer ?? { text: "", attempts: 1 };
  if (tagged === undefined || given.standing !== undefined) return judge(text, given, context);
  const closed = { ...given, text: closeEmptyTags(given.text) };
  const judged = judge(text, closed, context);
  const isBroken = judged.reasons.includes("tag-broken");
  return {
    ...judged,
    answer: { ...closed, ...untagSpans(closed.text, tagged, isBroken), ...(isBroken ? { isStripped: true } : {}) },
  };
}
