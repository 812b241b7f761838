import { type Aligner, buildPolytext, createAligner } from "@stele/align";
import { type Article, type Bitext, type LanguageTag, type Polytext, type Side, SteleError } from "@stele/model";
import { alignSides } from "./align-sides.ts";
import { sideOf, type TextInput } from "./side-of.ts";

/** Makes the translation of a side in one language; `translator` of `@stele/core/node` makes one from an engine. */
export type TranslateSide = (source: Side, to: LanguageTag, signal?: AbortSignal) => Promise<Bitext>;

/** How an article becomes parallel text. */
export interface ParallelOptions {
  /** The languages wanted beside the input's own: one or two. A language in `translations` is not asked for. */
  readonly to: readonly LanguageTag[];
  /** Texts already at hand; they are aligned as they are. */
  readonly translations?: readonly (Article | TextInput)[];
  /** Makes what `translations` lack. */
  readonly translate?: TranslateSide;
  /** Default: one without vectors, which aligns by length and anchors. `@stele/core/node` brings the vectors. */
  readonly aligner?: Aligner;
  readonly signal?: AbortSignal;
}

/**
 * The whole way of an article: read, segment, translate what is missing, align every pair, bring the languages into
 * rows.
 *
 * @throws SteleError `input-empty`, `language-same`, `engine-not-ready` where a language is neither given nor can be
 * made, and what translating or aligning throws.
 */
export async function parallel(input: Article | TextInput, options: ParallelOptions): Promise<Polytext> {
  const source = sideOf(input);
  const given = (options.translations ?? []).map((text) => sideOf(text));
  const wanted = languagesOf(source, given, options.to);

  const aligner = options.aligner ?? createAligner({});
  const signal = options.signal === undefined ? {} : { signal: options.signal };
  const pairs: Bitext[] = [];
  for (const language of wanted) {
    const target = given.find((side) => side.article.language === language);
    pairs.push(
      target === undefined
        ? await translated(source, language, options)
        : await alignSides(source, target, { aligner, ...signal }),
    );
  }

  const [second, third] = pairs.map((pair) => pair.target);
  if (second !== undefined && third !== undefined) pairs.push(await alignSides(second, third, { aligner, ...signal }));
  return buildPolytext(pairs);
}

async function translated(source: Side, language: LanguageTag, options: ParallelOptions): Promise<Bitext> {
  if (options.translate === undefined) throw nothingTranslates(language);
  return options.translate(source, language, options.signal);
}

function languagesOf(source: Side, given: readonly Side[], to: readonly LanguageTag[]): readonly LanguageTag[] {
  const languages = given.map((side) => side.article.language);
  const wanted = [...languages, ...to.filter((language) => !languages.includes(language))];
  const all = [source.article.language, ...wanted];
  const twice = all.find((language, index) => all.indexOf(language) !== index);
  if (twice !== undefined) throw sameLanguage(twice);
  if (wanted.length === 0 || wanted.length > 2) throw wrongCount(wanted.length);
  return wanted;
}

function sameLanguage(language: LanguageTag): SteleError {
  return new SteleError({
    code: "language-same",
    message: `Two of the texts are in ${language}.`,
    hint: "Each side needs a language of its own; name the languages if they were found wrongly.",
    details: { language },
  });
}

function wrongCount(count: number): SteleError {
  return new SteleError({
    code: "usage",
    message: `Parallel text has one or two languages beside the first; ${count} were asked for.`,
    hint: "Name one or two languages.",
    details: { count },
  });
}

function nothingTranslates(language: LanguageTag): SteleError {
  return new SteleError({
    code: "engine-not-ready",
    message: `There is no text in ${language} and nothing that translates into it.`,
    hint: "Give a translation of your own, or name an engine.",
    details: { language },
  });
}
