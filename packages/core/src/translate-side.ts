import type { Aligner } from "@stele/align";
import { type Bitext, createBitext, type InlineMark, type LanguageTag, type Side } from "@stele/model";
import { type Term, type TranslateOptions, translateArticle } from "@stele/translate";
import { guardTools } from "./guard-tools.ts";

/** How a side is translated: as `translateArticle`, with the aligner in place of the guard's tools. */
export interface TranslateSideOptions extends Omit<TranslateOptions, "tools" | "target"> {
  /** Divides and checks answers that are not one to one. */
  readonly aligner: Aligner;
  /** Names whose translation is known, as from `knownNames`: where one is lost, the piece is suspicious. */
  readonly names?: readonly Term[];
}

/**
 * Translates a side and proves the answer: the bitext holds the guard's report.
 *
 * @throws SteleError `language-same`; what the engine throws.
 */
export async function translateSide(source: Side, target: LanguageTag, options: TranslateSideOptions): Promise<Bitext> {
  const { bitext } = await translateMarked(source, target, options);
  return bitext;
}

/** A bitext, and where the marks of its source now stand in the translation. */
export interface TranslatedBitext {
  readonly bitext: Bitext;
  /** Over the translation's text; the report names the pieces that lost one. */
  readonly marks: readonly InlineMark[];
}

/** The same for a source with marks over its text, which are carried over as tags or found again where that is certain. */
export async function translateMarked(
  source: Side,
  target: LanguageTag,
  { sourceMarks = [], ...options }: TranslateSideOptions & { readonly sourceMarks?: readonly InlineMark[] },
): Promise<TranslatedBitext> {
  const { aligner, names = [], ...rest } = options;
  const marked = { ...source, marks: sourceMarks };
  const translated = await translateArticle(marked, { ...rest, target, tools: guardTools(aligner, names) });
  const { article, sentences, provenance, overrides, beads, report, marks } = translated;
  const bitext = createBitext({ source, target: { article, sentences, provenance, overrides }, beads, report });
  return { bitext, marks };
}
