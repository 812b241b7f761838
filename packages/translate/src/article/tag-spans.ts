import { type InlineMark, sliceMarks, sortMarks } from "@stele/model";
import type { Untagged } from "../contract.ts";
import { escapeTags, unescapeTags } from "./escape-tags.ts";

/** A text whose marks, known by their offsets, have become numbered tags. */
export interface TaggedSpans {
  /** With `<x1>…</x1>` around what a mark covers, `<x2/>` for what is not translated, and `& < >` escaped. */
  readonly tagged: string;
  readonly plain: string;
  /** The mark of each number, from 1. */
  readonly spans: readonly TaggedSpan[];
}

interface TaggedSpan {
  readonly mark: InlineMark;
  /** The words of a mark that is not translated. */
  readonly whole?: string;
}

/** The text without its tags, with the words that are not translated. */
export function untaggedText({ plain, spans }: TaggedSpans): Untagged {
  return { text: plain, kept: spans.flatMap(({ whole = "" }) => (whole.trim() === "" ? [] : [whole])) };
}

/** A text and the marks over it; undefined where they are lost. */
export interface MarkedAnswer {
  readonly text: string;
  readonly marks?: readonly InlineMark[];
}

/** Turns the marks of a text into tags; undefined where it has none. Of marks that cross, the later one is lost. */
export function tagSpans(text: string, marks: readonly InlineMark[]): TaggedSpans | undefined {
  const spans: TaggedSpan[] = [];
  const tagged = tagStretch({ text, spans }, { start: 0, end: text.length }, sortMarks(marks));
  return spans.length === 0 ? undefined : { tagged, plain: text, spans };
}

interface Tagging {
  readonly text: string;
  readonly spans: TaggedSpan[];
}

function tagStretch(tagging: Tagging, stretch: { start: number; end: number }, marks: readonly InlineMark[]): string {
  let tagged = "";
  let at = stretch.start;
  for (const [index, mark] of marks.entries()) {
    if (mark.start < at || mark.end > stretch.end) continue;
    tagged += escapeTags(tagging.text.slice(at, mark.start)) + tagMark(tagging, mark, marks.slice(index + 1));
    at = mark.end;
  }
  return tagged + escapeTags(tagging.text.slice(at, stretch.end));
}

function tagMark(tagging: Tagging, mark: InlineMark, later: readonly InlineMark[]): string {
  const id = tagging.spans.length + 1;
  const covered = tagging.text.slice(mark.start, mark.end);
  if (isProtected(mark, covered)) {
    tagging.spans.push({ mark, whole: covered });
    return `<x${id}/>`;
  }
  tagging.spans.push({ mark });
  const inside = later.filter(({ start, end }) => start >= mark.start && end <= mark.end && start < mark.end);
  return `<x${id}>${tagStretch(tagging, mark, inside)}</x${id}>`;
}

/** Code, addresses and what covers nothing go through as they are. */
function isProtected({ kind, url }: InlineMark, covered: string): boolean {
  const isAddress = kind === "link" && url !== undefined && (url === covered || url === `mailto:${covered}`);
  return covered.trim() === "" || kind === "code" || isAddress || /^(?:https?:\/\/|www\.)\S+$/u.test(covered);
}

/** An answer whose empty pairs are written as one tag: engines write `<x1/>` either way. */
export function closeEmptyTags(answer: string): string {
  return answer.replaceAll(
    /<x(\d+)>\s*<\/x\1>|<x(\d+)\s+\/>/gu,
    (_, pair?: string, lone?: string) => `<x${pair ?? lone}/>`,
  );
}

const TAG = /<(\/?)x(\d+)(\/?)>/gu;

/**
 * Takes the tags out of an answer and gives the marks over what is left. Of an answer with broken tags only the words
 * are kept: what was not to be translated stands where its first tag stands, and there are no marks.
 */
export function untagSpans(answer: string, { spans }: TaggedSpans, isBroken: boolean): MarkedAnswer {
  const reading: Reading = { text: "", marks: [], starts: new Map() };
  let at = 0;
  for (const match of answer.matchAll(TAG)) {
    reading.text += unescapeTags(answer.slice(at, match.index));
    at = match.index + match[0].length;
    readTag(reading, Number(match[2]), { span: spans[Number(match[2]) - 1], isClosing: match[1] === "/" });
  }
  const text = reading.text + unescapeTags(answer.slice(at));
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  if (isBroken) return { text: trimmed.replaceAll(/<\s*\/?\s*x\s*\d+\s*\/?\s*>/gu, "") };
  return { text: trimmed, marks: sliceMarks(sortMarks(reading.marks), { start, end: start + trimmed.length }) };
}

interface Reading {
  text: string;
  readonly marks: InlineMark[];
  readonly starts: Map<number, number>;
}

function readTag(
  reading: Reading,
  id: number,
  { span, isClosing }: { readonly span: TaggedSpan | undefined; readonly isClosing: boolean },
): void {
  if (span === undefined) return;
  const { mark, whole } = span;
  const start = reading.starts.get(id);
  if (whole !== undefined) {
    if (start === undefined) reading.text += whole;
    const end = reading.text.length;
    reading.marks.push({ ...mark, start: end - whole.length, end });
  } else if (isClosing && start !== undefined) reading.marks.push({ ...mark, start, end: reading.text.length });
  if (start === undefined) reading.starts.set(id, reading.text.length);
}
