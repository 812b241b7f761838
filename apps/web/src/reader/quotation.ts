import { glueOf } from "@stele/core";
import type { Lit } from "./counterparts.ts";
import { type Reading, readSentence } from "./reading.ts";

/** The text of one side of the light, its sentences joined as the script joins them; empty at a gap. */
export function litText(reading: Reading, lit: Lit, side: number): string {
  const tag = reading.polytext.sides[side]?.article.language ?? "en";
  const [from, to] = lit.ranges[side] ?? [0, 0];
  const texts = Array.from(
    { length: to - from },
    (_, at) => readSentence(reading, { side, sentence: from + at })?.text ?? "",
  );
  return texts.join(glueOf(tag));
}

/** The lit sentence with its counterparts, a line a side, and the title it was taken from. */
export function quotationOf(
  reading: Reading,
  lit: Lit,
  options: { columns: readonly number[]; title: string },
): string {
  const lines = options.columns.map((side) => litText(reading, lit, side)).filter((line) => line !== "");
  return [...lines, `— ${options.title}`].join("\n");
}
