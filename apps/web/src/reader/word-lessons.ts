import type { LanguageTag } from "../api/nouns.ts";
import { doTask } from "../work/worker-client.ts";
import type { Reading } from "./reading.ts";
import { joinRun } from "./word-marks.ts";

/** Rows that a text's words are learnt from: the worker takes a second for so many. */
const MOST_ROWS = 10_000;

/** What the worker was told of each text, by the two sides. */
const told = new WeakMap<Reading, Map<string, number>>();
let last = 0;

/**
 * The number under which the aligner's worker knows which words of two sides keep company in a text; it is told the
 * text's rows once, and its links wait until it has learnt from them.
 */
export function lessonOf(reading: Reading, own: number, other: number): number {
  const lessons = told.get(reading) ?? new Map<string, number>();
  told.set(reading, lessons);
  const key = `${own}:${other}`;
  const known = lessons.get(key);
  if (known !== undefined) return known;
  const lesson = ++last;
  lessons.set(key, lesson);
  const languageOf = (side: number): LanguageTag => reading.polytext.sides[side]?.article.language ?? "en";
  const task = { kind: "learn", lesson, beads: beadsOf(reading, own, other), from: languageOf(own) } as const;
  // Without a lexicon words are linked all the same.
  doTask<"learn">({ ...task, to: languageOf(other) }).catch(() => undefined);
  return lesson;
}

function beadsOf(reading: Reading, own: number, other: number) {
  const textOf = (side: number, run: readonly [number, number] = [0, 0]): string => joinRun(reading, side, run).text;
  return reading.polytext.rows.slice(0, MOST_ROWS).flatMap(({ runs }) => {
    const [source, target] = [textOf(own, runs[own]), textOf(other, runs[other])];
    return source === "" || target === "" ? [] : [{ source, target }];
  });
}
