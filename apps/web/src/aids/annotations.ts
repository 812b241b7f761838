import type { Reading } from "@stele/core";
import type { Annotation } from "../reader/annotate.ts";

/** Readings that stand over the text, character by character where they have parts. */
export function rubyOf(readings: readonly Reading[]): readonly Annotation[] {
  return readings.flatMap((whole) =>
    (whole.parts ?? [whole]).map(({ start, end, reading }) => ({ start, end, ruby: reading })),
  );
}

/** Characters of the other script that stand instead of the text's own, one by one where the counts agree. */
export function replacementsOf(readings: readonly Reading[]): readonly Annotation[] {
  return readings.flatMap(({ start, end, reading }) => {
    if (reading.length !== end - start) return [{ start, end, shown: reading }];
    return Array.from({ length: end - start }, (_, at) => ({
      start: start + at,
      end: start + at + 1,
      shown: reading.charAt(at),
    }));
  });
}

/** Both together: a character has its reading over the form that is shown. Where they do not meet, the reading wins. */
export function together(ruby: readonly Annotation[], shown: readonly Annotation[]): readonly Annotation[] {
  const covered = ruby.map((one) => {
    const other = shown.find(({ start, end }) => start === one.start && end === one.end);
    return other?.shown === undefined ? one : { ...one, shown: other.shown };
  });
  const alone = shown.filter((one) => !ruby.some(({ start, end }) => one.start < end && start < one.end));
  return [...covered, ...alone].sort((left, right) => left.start - right.start);
}
