import type { LanguageTag } from "../api/nouns.ts";
import type { Reading } from "./reading.ts";

/** Characters on a line of the usual column; Han and Hangul are about twice as wide as Latin letters. */
const CHARS_A_LINE: Readonly<Record<LanguageTag, number>> = { en: 40, ko: 24, "zh-Hans": 22, "zh-Hant": 22 };
const LINE_REM = 1.8;
const PADDING_REM = 1.1;

/** About how high rows are, in rem, before the browser has laid them out: the scroll bar need not jump much. */
export function estimateRem(reading: Reading, from: number, count: number): number {
  const { rows, sides } = reading.polytext;
  let rem = 0;
  for (const { runs } of rows.slice(from, from + count)) {
    let lines = 1;
    for (const [side, run] of runs.entries()) {
      const { sentences = [], article } = sides[side] ?? {};
      const first = sentences[run[0]];
      const last = sentences[run[1] - 1];
      if (first === undefined || last === undefined || run[0] === run[1]) continue;
      lines = Math.max(lines, Math.ceil((last.end - first.start) / CHARS_A_LINE[article?.language ?? "en"]));
    }
    rem += lines * LINE_REM + PADDING_REM;
  }
  return Math.round(rem);
}
