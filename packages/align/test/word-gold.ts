import { readFileSync } from "node:fs";
import type { WordLinkOptions } from "@stele/align";
import type { GoldWords } from "@stele/align/evaluate";
import { parseLanguageTag } from "@stele/model";

/** A pair of sentences; `text` names the text that it stands in, with those before and behind it. */
type GoldPair = GoldWords & { readonly text?: string };

/** The sentences of `tests/gold/words` whose words were linked by hand. */
export function readWordGold(pair: string): { languages: WordLinkOptions; pairs: readonly GoldPair[] } {
  const file = new URL(`../../../tests/gold/words/${pair}.json`, import.meta.url);
  const gold: { source: string; target: string; pairs: GoldPair[] } = JSON.parse(readFileSync(file, "utf8"));
  const languages = { source: parseLanguageTag(gold.source), target: parseLanguageTag(gold.target) };
  return { languages, pairs: gold.pairs };
}
