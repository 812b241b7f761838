import type { Aligner } from "@stele/align";
import {
  type Bitext,
  createLongBitext,
  type InlineMark,
  type LanguageTag,
  type LongBitext,
  listOf,
  type Passage,
  type Side,
  wholeBitext,
} from "@stele/model";
import { type PassageSink, type Term, type TranslateOptions, translatePassages } from "@stele/translate";
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

/**
 * The same for a source with marks over its text, which are carried over as tags or found again where that is certain.
 */
export async function translateMarked(
  source: Side,
  target: LanguageTag,
  options: MarkedSideOptions,
): Promise<TranslatedBitext> {
  const passages = holdPassages();
  const bitext = await translateLong(source, target, { ...options, passages });
  return { bitext: wholeBitext(bitext), marks: [...listOf(passages, "marks")] };
}

/** How a side is translated that may have marks. */
export interface MarkedSideOptions extends TranslateSideOptions {
  readonly sourceMarks?: readonly InlineMark[];
}

/** Keeps passages as they come, and gives them back as often as it is asked; a `Spool` of the library is one. */
export interface PassageStore extends PassageSink, Iterable<Passage> {}

/**
 * The same for a translation that is too long to be held: its passages are in the store, which gives them back as often
 * as the bitext is gone through.
 */
export async function translateLong(
  source: Side,
  target: LanguageTag,
  { sourceMarks = [], passages, ...options }: MarkedSideOptions & { readonly passages: PassageStore },
): Promise<LongBitext> {
  const { aligner, names = [], ...rest } = options;
  const tools = guardTools(aligner, names);
  const marked = { ...source, marks: sourceMarks };
  const provenance = await translatePassages(marked, { ...rest, target, tools }, passages);
  return createLongBitext({ source, target: { language: target, provenance }, passages });
}

/** A store in memory. */
export function holdPassages(): PassageStore {
  const passages: Passage[] = [];
  return { add: (passage) => passages.push(passage), [Symbol.iterator]: () => passages[Symbol.iterator]() };
}
