import { buildPolytext } from "@stele/align";
import type { Library } from "@stele/library";
import {
  type Article,
  type ArticleId,
  type Bitext,
  type BitextId,
  type LanguageTag,
  type Polytext,
  type Side,
  SteleError,
} from "@stele/model";
import { sideOf } from "../side-of.ts";

/** Rows hold three languages at most. */
const MOST_TARGETS = 2;

/** What of a text is wanted. */
export interface TextWish {
  /** The languages beside the source's own; default: the first two that were added. */
  readonly to?: readonly LanguageTag[];
  /** Exactly these bitexts of the source, two at most: to compare two translations into one language. */
  readonly bitexts?: readonly BitextId[];
}

/**
 * A text of the library in rows; one without a translation has one side and a row a sentence.
 *
 * @throws SteleError `not-found`.
 */
export function readTextPolytext(library: Library, id: ArticleId, wish: TextWish = {}): Polytext {
  const article = library.article(id);
  if (article === undefined) throw noText(id);
  return choosePolytext({ article, side: () => library.side(id) }, library.bitextsOf(id), wish);
}

/** The source of a text, and the side with which it came where that was kept; asked for only without a translation. */
export interface TextSource {
  readonly article: Article;
  side(): Side | undefined;
}

/** The same of what was read already: a text's source and all its bitexts. */
export function choosePolytext(source: TextSource, bitexts: readonly Bitext[], wish: TextWish = {}): Polytext {
  const pairs = chosenPairs(bitexts, source.article, wish);
  return pairs.length === 0 ? untranslated(source.side() ?? sideOf(source.article)) : buildPolytext(pairs);
}

/** The bitexts of the source with its targets, and the one between the two targets where there is one. */
function chosenPairs(bitexts: readonly Bitext[], article: Article, wish: TextWish): readonly Bitext[] {
  const fromSource = wishedPairs(
    bitexts.filter((pair) => pair.source.article.id === article.id),
    wish,
  ).slice(0, MOST_TARGETS);
  const [second, third] = fromSource.map((pair) => pair.target);
  if (second === undefined || third === undefined) return fromSource;
  const between = bitexts.find((pair) => isBetween(pair, second, third) || isBetween(pair, third, second));
  return between === undefined ? fromSource : [...fromSource, between];
}

/** Of several translations into one language the first, unless bitexts are named. */
function wishedPairs(pairs: readonly Bitext[], { to, bitexts }: TextWish): readonly Bitext[] {
  if (bitexts !== undefined) return pairs.filter(({ id }) => bitexts.includes(id));
  const languages = pairs.map(({ target }) => target.article.language);
  return pairs
    .filter((_, index) => languages.indexOf(languages[index] ?? "en") === index)
    .filter(({ target }) => to === undefined || to.includes(target.article.language));
}

function isBetween({ source, target }: Bitext, one: Side, other: Side): boolean {
  return isSameSide(source, one) && isSameSide(target, other);
}

/** Only then do the three pairs count the same sentences. */
function isSameSide(side: Side, other: Side): boolean {
  return (
    side.article.id === other.article.id &&
    side.sentences.length === other.sentences.length &&
    side.sentences.every(({ start, end }, index) => {
      const twin = other.sentences[index];
      return twin?.start === start && twin.end === end;
    })
  );
}

function untranslated(side: Side): Polytext {
  return {
    sides: [side],
    rows: side.sentences.map((_, index) => ({ runs: [[index, index + 1]], score: null })),
    pairs: [],
  };
}

function noText(id: string): SteleError {
  return new SteleError({
    code: "not-found",
    message: `There is no text ${id} in the library.`,
    hint: "See what there is with: npx stele library list",
    details: { id },
  });
}
