import type { SearchMode } from "@stele/model";
import { formsOf } from "@stele/model/word-forms";
import { type QueryPart, stemOf } from "./query-parts.ts";

const LETTER = "(?![\\p{Script=Han}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}])[\\p{L}\\p{M}]";
const FIGURE = "\\p{N}";
const HANGUL = "\\p{Script=Hangul}";
/** So many syllables of particles and endings may follow a Korean word before the next one of a phrase. */
const PARTICLES = `${HANGUL}{0,4}`;
const BEGINS_KOREAN = /^\p{Script=Hangul}/u;
const ENDS_KOREAN = /\p{Script=Hangul}$/u;

/** Finds a query in a folded text: its words as `mode` means them, any blanks for its blanks, marks as they stand. */
export function queryPattern(folded: string, parts: readonly QueryPart[], mode: SearchMode): RegExp {
  let at = 0;
  let pattern = "";
  for (const part of parts) {
    const isAfterKorean = mode === "forms" && ENDS_KOREAN.test(folded.slice(0, at));
    pattern += between(folded.slice(at, part.start), isAfterKorean) + partPattern(part, mode);
    at = part.start + part.text.length;
  }
  return new RegExp(pattern + between(folded.slice(at), false), "gu");
}

function between(marks: string, isAfterKorean: boolean): string {
  const escaped = marks.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/\s+/g, "\\s+");
  return isAfterKorean && /^\s/.test(marks) ? PARTICLES + escaped : escaped;
}

function partPattern({ kind, text }: QueryPart, mode: SearchMode): string {
  if (kind === "figure") return bordered(figurePattern(text), mode === "anywhere" ? "" : FIGURE);
  if (kind === "run") return runPattern(text, mode);
  if (mode === "anywhere") return text;
  return bordered(mode === "forms" ? `(?:${formsOf(text).join("|")})` : text, LETTER);
}

/** 1000 is 1,000 too. */
function figurePattern(figure: string): string {
  return [...figure.replaceAll(",", "")].join(",?").replaceAll(".", "\\.");
}

function runPattern(run: string, mode: SearchMode): string {
  if (mode === "forms") return stemOf(run) === run ? run : `${run}?`;
  if (mode === "anywhere") return run;
  return `${BEGINS_KOREAN.test(run) ? `(?<!${HANGUL})` : ""}${run}${ENDS_KOREAN.test(run) ? `(?!${HANGUL})` : ""}`;
}

/** Not inside a longer word or figure. */
function bordered(pattern: string, neighbour: string): string {
  return neighbour === "" ? pattern : `(?<!${neighbour})${pattern}(?!${neighbour})`;
}
