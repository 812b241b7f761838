import { readFileSync } from "node:fs";
import type { WordLinkOptions } from "@stele/align";
import type { GoldWords } from "@stele/align/evaluate";
import { parseLanguageTag } from "@stele/model";

/** The sentences of `tests/gold/words` whose words were linked by hand. */
export function readWordGold(pair: string): { languages: WordLinkOptions; pairs: readonly GoldWords[] } {
  const file = new URL(`../../../tests/gold/words/${pair}.json`, import.meta.url);
  const gold: { source: string; target: string; pairs: GoldWords[] } = JSON.parse(readFileSync(file, "utf8"));
  const languages = { source: parseLanguageTag(gold.source), target: parseLanguageTag(gold.target) };
  return { languages, pairs: gold.pairs };
}
