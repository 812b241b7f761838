import { type Bead, type Range, type Span, sliceMarks } from "@stele/model";
import type { TranslateOptions } from "./ask.ts";
import { joinSentences } from "./join-sentences.ts";
import { type JudgeContext, type Judged, reasonsOf } from "./judge.ts";
import type { Part } from "./part.ts";

/** An answer to several sentences at once. */
export interface JointAnswer {
  /** The sentences' own texts, on one line each. */
  readonly lines: readonly string[];
  /** Index of the first among the sentences of the source. */
  readonly from: number;
  readonly block: number;
  readonly judged: Judged;
}

/** Divides an answer among the sentences it translates, by the aligner, and judges each part. */
export async function alignAnswer(joint: JointAnswer, context: JudgeContext): Promise<readonly Part[]> {
  const { text } = joint.judged.answer;
  const spans = sentencesOf(text, context.options);
  if (spans.length === 0) return emptyParts(joint);
  const beads = await alignLines(joint, { text, spans }, context);
  return beads.map((bead) => partOf(bead, joint, { text, spans, context }));
}

/** The sentences of a translation, as spans of it. */
function sentencesOf(text: string, { tools, target }: TranslateOptions): readonly Span[] {
  return text.trim() === "" ? [] : tools.segment(text, target);
}

function alignLines(
  { lines }: JointAnswer,
  { text, spans }: { readonly text: string; readonly spans: readonly Span[] },
  { source, options }: JudgeContext,
): Promise<readonly Bead[]> | readonly Bead[] {
  if (lines.length === 1) return [{ source: [0, 1], target: [0, spans.length], score: 1, lowScore: false }];
  const targets = spans.map(({ start, end }) => text.slice(start, end));
  return options.tools.align(lines, targets, { source, target: options.target });
}

function emptyParts({ lines, from, block, judged }: JointAnswer): readonly Part[] {
  return lines.map((_, at) => ({
    source: [from + at, from + at + 1],
    block,
    text: "",
    sentences: [],
    score: null,
    reasons: ["empty"],
    attempts: judged.answer.attempts,
  }));
}

interface Cut {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly context: JudgeContext;
}

function partOf(bead: Bead, joint: JointAnswer, { text, spans, context }: Cut): Part {
  const source: Range = [joint.from + bead.source[0], joint.from + bead.source[1]];
  const own = spans.slice(...bead.target);
  const start = own[0]?.start ?? 0;
  const translation = text.slice(start, own.at(-1)?.end ?? start);
  const { standing, via, attempts, marks } = joint.judged.answer;
  return {
    source,
    block: joint.block,
    text: translation,
    sentences: own.map((span) => ({ start: span.start - start, end: span.end - start })),
    score: bead.score,
    reasons: partReasons(bead, translation, { joint, context }),
    attempts,
    ...(marks === undefined ? {} : { marks: sliceMarks(marks, { start, end: start + translation.length }) }),
    ...(standing === undefined ? {} : { standing }),
    ...(via === undefined ? {} : { via }),
  };
}

interface PartContext {
  readonly joint: JointAnswer;
  readonly context: JudgeContext;
}

/** A part that is the whole has been judged; one that says more than the source is suspicious by its length. */
function partReasons(bead: Bead, translation: string, { joint, context }: PartContext): Part["reasons"] {
  const { lines, judged } = joint;
  const said = lines.slice(...bead.source);
  if (said.length === lines.length) return judged.reasons;
  if (said.length === 0) return ["length"];
  return judged.answer.standing === undefined
    ? reasonsOf(joinSentences(said, context.source), translation, context)
    : [];
}
