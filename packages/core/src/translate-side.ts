import type { Aligner } from "@stele/align";
import { type Bitext, createBitext, type LanguageTag, type Side } from "@stele/model";
import { type TranslateOptions, translateArticle } from "@stele/translate";
import { guardTools } from "./guard-tools.ts";

/** How a side is translated: as `translateArticle`, with the aligner in place of the guard's tools. */
export interface TranslateSideOptions extends Omit<TranslateOptions, "tools" | "target"> {
  /** Divides and checks answers that are not one to one. */
  readonly aligner: Aligner;
}

/**
 * Translates a side and proves the answer: the bitext holds the guard's report.
 *
 * @throws SteleError `language-same`; what the engine throws.
 */
export async function translateSide(source: Side, target: LanguageTag, options: TranslateSideOptions): Promise<Bitext> {
  const { aligner, ...rest } = options;
  const translated = await translateArticle(source, { ...rest, target, tools: guardTools(aligner) });
  const { article, sentences, provenance, overrides, beads, report } = translated;
  return createBitext({ source, target: { article, sentences, provenance, overrides }, beads, report });
}
