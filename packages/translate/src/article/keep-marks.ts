import type { TranslateOptions } from "./ask.ts";
import { findMarks } from "./find-marks.ts";
import { joinSentences } from "./join-sentences.ts";
import type { Part } from "./part.ts";
import { linesOf } from "./pieces.ts";
import { marksBySentence, placeMarks } from "./place-marks.ts";
import type { SourceText } from "./source-text.ts";

/**
 * Gives parts the marks of their source that did not travel as tags (the memory's answers, engines without tags, tags
 * that broke): those whose place is certain. A part that loses one says so.
 */
export function createMarkKeeper(source: SourceText, options: TranslateOptions): (part: Part) => Part {
  const { language } = source.article;
  const { target, tools, glossary } = options;
  const bySentence = marksBySentence(source);
  return (part) => {
    const marks = placeMarks(source, part.source, bySentence);
    if (part.marks !== undefined || marks.length === 0) return part;
    const text = joinSentences(linesOf(source, part.source), language);
    const terms = [...(glossary?.terms ?? []), ...(tools.names?.(text, { source: language, target }) ?? [])];
    const found = findMarks({ text, marks }, part.text, terms);
    const isSaid = found.lost === 0 || part.reasons.includes("tag-broken");
    return { ...part, marks: found.marks, reasons: isSaid ? part.reasons : [...part.reasons, "marks-lost"] };
  };
}
