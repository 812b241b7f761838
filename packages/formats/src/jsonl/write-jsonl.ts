import type { Polytext } from "@stele/model";
import type { OutputFile } from "../format.ts";
import { rowTexts } from "../parallel-rows.ts";

/** A JSON object a row: `{"texts":{"en":"…","ko":"…"},"score":0.98}`. */
export function writeJsonl(polytext: Polytext): readonly OutputFile[] {
  return [{ suffix: ".jsonl", chunks: lines(polytext) }];
}

function* lines(polytext: Polytext): Iterable<string> {
  const languages = polytext.sides.map(({ article }) => article.language);
  for (const { runs, score } of polytext.rows) {
    const texts = rowTexts(polytext, runs);
    const byLanguage = Object.fromEntries(languages.map((language, index) => [language, texts[index] ?? ""]));
    yield `${JSON.stringify({ texts: byLanguage, score })}\n`;
  }
}
