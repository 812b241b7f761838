import {
  type Aligner,
  type Article,
  alignSides,
  type Bitext,
  bitextId,
  buildPolytext,
  type Library,
  type Polytext,
  type ReadFile,
  type Side,
  sideOf,
} from "@stele/core/node";
import { badRequest } from "./refusal.ts";

/** A text and its translations; rows hold three languages. */
const MOST_TEXTS = 3;

/** What aligning needs, and who watches it. */
export interface AddOptions {
  readonly aligner: Aligner;
  /** After an abort nothing is kept. */
  readonly signal?: AbortSignal;
  /** The share of the aligning that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Keeps a text with the translations given along with it, all aligned. Nothing is kept where one of them cannot be.
 *
 * @throws SteleError `usage` for more than three; `input-empty`, `language-same`; what aligning and keeping throw.
 */
export async function addTexts(library: Library, texts: readonly ReadFile[], options: AddOptions): Promise<Article> {
  const [source, ...translations] = texts.map((text) => sideOf(text));
  if (source === undefined || texts.length > MOST_TEXTS) {
    throw badRequest(
      `A text comes with at most two translations; ${texts.length} texts were given.`,
      "The first text is the source, the others are its translations.",
      { count: texts.length },
    );
  }
  const pairs = await alignAll(source, translations, options);
  library.together(() => {
    if (pairs.length === 0) library.saveSide(source);
    for (const pair of pairs) library.saveBitext(pair);
  });
  return source.article;
}

/**
 * Keeps parallel text that is aligned already. A pair that the library has becomes its next revision; an id that
 * belongs to another source there is not taken over.
 *
 * @throws SteleError what keeping throws.
 */
export function addPolytext(library: Library, { sides, pairs }: Polytext): Article {
  const [source] = sides;
  if (source === undefined) throw badRequest("There is no text in the file.", "Export it again.");
  library.together(() => {
    if (pairs.length === 0) library.saveSide(source);
    for (const pair of pairs) {
      const kept = library.bitext(pair.id);
      const isOwn = kept === undefined || kept.source.article.id === pair.source.article.id;
      const id = isOwn ? pair.id : bitextId(pair.source.article, pair.target.article);
      library.saveBitext({ ...pair, id }, { seen: library.bitext(id)?.revision ?? pair.revision });
    }
  });
  return source.article;
}

/**
 * Adds a translation to a kept text: aligned to its source, and to the translations in other languages.
 *
 * @throws SteleError `language-same`; what aligning and keeping throw.
 */
export async function addTranslation(
  library: Library,
  { article, target }: { readonly article: Article; readonly target: Side },
  options: AddOptions,
): Promise<void> {
  const source = sourceSide(library, article);
  await saveTranslation(library, await alignSides(source, target, options), options);
}

/** Keeps a bitext of a text's source, and aligns its target with the text's translations in other languages. */
export async function saveTranslation(library: Library, bitext: Bitext, options: AddOptions): Promise<void> {
  const language = bitext.target.article.language;
  const siblings = library
    .bitextsOf(bitext.source.article.id)
    .filter(({ source }) => source.article.id === bitext.source.article.id)
    .map(({ target }) => target)
    .filter(({ article }) => article.language !== language);
  const { aligner, signal } = options;
  const quiet = { aligner, ...(signal === undefined ? {} : { signal }) };
  const between = await Promise.all(siblings.map((sibling) => alignSides(sibling, bitext.target, quiet)));
  library.together(() => {
    for (const pair of [bitext, ...between]) library.saveBitext(pair);
  });
}

/** The source of a text with the sentences that its bitexts count, corrections included. */
export function sourceSide(library: Library, article: Article): Side {
  const pairs = library.bitextsOf(article.id);
  return (
    pairs.find(({ source }) => source.article.id === article.id)?.source ?? library.side(article.id) ?? sideOf(article)
  );
}

/** Every pair aligned, and three of them reconciled with each other. */
async function alignAll(source: Side, translations: readonly Side[], options: AddOptions): Promise<readonly Bitext[]> {
  const [second, third] = translations;
  const between = second !== undefined && third !== undefined ? [[second, third] as const] : [];
  const wanted = [...translations.map((target) => [source, target] as const), ...between];
  const pairs: Bitext[] = [];
  for (const [from, to] of wanted) {
    const done = pairs.length;
    const onProgress = (share: number): void => options.onProgress?.((done + share) / wanted.length);
    pairs.push(await alignSides(from, to, { ...options, onProgress }));
  }
  return pairs.length === 0 ? [] : buildPolytext(pairs).pairs;
}
