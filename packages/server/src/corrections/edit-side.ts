import type { Provenance, Sentence, Side, SteleError } from "@stele/core/node";
import { badRequest } from "../refusal.ts";
import { offsetInArticle } from "./sentence-offset.ts";

/** What a change of a side means for the sentences behind it: from `at` on, every index moves by `by`. */
export interface Shift {
  /** The sentence that was split or joined with the next one. */
  readonly at: number;
  /** 1 where one became two, -1 where two became one, 0 where only words changed. */
  readonly by: -1 | 0 | 1;
}

/** A side after a change. */
export interface EditedSide {
  readonly side: Side;
  readonly shift: Shift;
}

/** A place in a side and what is to happen there. */
export interface Splitting {
  readonly sentence: number;
  /** Code units of the sentence on one line. */
  readonly at: number;
}

/** Cuts a sentence in two; blanks at the cut belong to neither. */
export function splitSentence(side: Side, { sentence: index, at }: Splitting): EditedSide {
  const sentence = sentenceAt(side, index);
  const text = side.article.text.slice(sentence.start, sentence.end);
  const cut = offsetInArticle(text, at);
  const head = text.slice(0, cut).trimEnd();
  const tail = text.slice(cut).trimStart();
  if (head === "" || tail === "" || breaksCharacter(text, cut)) throw emptyPart(index, at);
  const parts: readonly Sentence[] = [
    { start: sentence.start, end: sentence.start + head.length, block: sentence.block },
    { start: sentence.end - tail.length, end: sentence.end, block: sentence.block },
  ];
  return resized(side, { at: index, by: 1 }, side.sentences.toSpliced(index, 1, ...parts));
}

/** Joins a sentence with the next one of its block. */
export function joinSentences(side: Side, index: number): EditedSide {
  const first = sentenceAt(side, index);
  const second = sentenceAt(side, index + 1);
  if (first.block !== second.block) {
    throw badRequest("The two sentences stand in different blocks.", "Only sentences of one block can be joined.", {
      sentence: index,
    });
  }
  const joined = { start: first.start, end: second.end, block: first.block };
  return resized(side, { at: index, by: -1 }, side.sentences.toSpliced(index, 2, joined));
}

function resized(side: Side, shift: Shift, sentences: readonly Sentence[]): EditedSide {
  const { overrides, ...rest } = side;
  const moved = overrides === undefined ? {} : { overrides: shiftedOverrides(overrides, shift) };
  return { side: { ...rest, sentences, ...moved }, shift };
}

function shiftedOverrides(overrides: NonNullable<Side["overrides"]>, { at, by }: Shift): Record<number, Provenance> {
  const moved = Object.entries(overrides).flatMap(([key, provenance]): (readonly [number, Provenance])[] => {
    const index = Number(key);
    if (index < at || (index === at && by <= 0)) return [[index, provenance]];
    if (index === at)
      return [
        [index, provenance],
        [index + 1, provenance],
      ];
    return [[index + by, provenance]];
  });
  return Object.fromEntries(moved);
}

/**
 * The sentence with an index.
 *
 * @throws SteleError `usage` where there is none.
 */
export function sentenceAt(side: Side, index: number): Sentence {
  const sentence = side.sentences[index];
  if (sentence === undefined) {
    throw badRequest(`There is no sentence number ${index}.`, "Sentences are counted from 0.", { sentence: index });
  }
  return sentence;
}

function breaksCharacter(text: string, cut: number): boolean {
  return /[\ud800-\udbff]$/.test(text.slice(0, cut)) && /^[\udc00-\udfff]/.test(text.slice(cut));
}

function emptyPart(sentence: number, at: number): SteleError {
  return badRequest(`A cut at ${at} leaves one half of the sentence empty.`, "Cut between two words.", {
    sentence,
    at,
  });
}
