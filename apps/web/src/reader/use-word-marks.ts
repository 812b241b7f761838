import { useEffect, useState } from "react";
import type { LanguageTag } from "../api/nouns.ts";
import { doTask } from "../work/worker-client.ts";
import type { Lit } from "./counterparts.ts";
import type { Reading } from "./reading.ts";
import { lessonOf } from "./word-lessons.ts";
import { joinRun, marksOf, otherSides, type WordMarks } from "./word-marks.ts";

/** A pointer that only passes over a sentence asks for nothing. */
const REST_MS = 40;
const NO_MARKS: WordMarks = new Map();

/** The word links inside the lit sentences; empty until the worker has found them, or where they are not wanted. */
export function useWordMarks(
  reading: Reading,
  light: Lit | undefined,
  columns: readonly number[] | undefined,
): WordMarks {
  const [found, setFound] = useState<{ light: Lit; marks: WordMarks }>();
  useEffect(() => {
    if (light === undefined || columns === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      findMarks(reading, light, { columns, signal: controller.signal }).then(
        (marks) => setFound({ light, marks }),
        () => undefined, // Without links the sentences are lit all the same.
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [reading, light, columns]);
  return found !== undefined && found.light === light && columns !== undefined ? found.marks : NO_MARKS;
}

async function findMarks(
  reading: Reading,
  light: Lit,
  options: { columns: readonly number[]; signal: AbortSignal },
): Promise<WordMarks> {
  const languageOf = (side: number): LanguageTag => reading.polytext.sides[side]?.article.language ?? "en";
  const runOf = (side: number) => joinRun(reading, side, light.ranges[side] ?? [0, 0]);
  const own = runOf(light.side);
  const others = otherSides(light, options.columns).map(async (side) => {
    const run = runOf(side);
    const languages = { from: languageOf(light.side), to: languageOf(side) };
    const lesson = lessonOf(reading, light.side, side);
    const task = { kind: "links", source: own.text, target: run.text, lesson, ...languages } as const;
    return { run, links: await doTask<"links">(task, { signal: options.signal }) };
  });
  return marksOf(own, await Promise.all(others));
}
