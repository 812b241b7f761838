import {
  type Article,
  type ArticleId,
  type Bitext,
  buildPolytext,
  type LanguageTag,
  type Library,
  type Polytext,
  type Side,
  sideOf,
} from "@stele/core/node";
import { notFound } from "./refusal.ts";

/** Rows hold three languages at most. */
const MOST_TARGETS = 2;

/** What of a text is wanted. */
export interface TextWish {
  /** The languages beside the source's own; default: the first two that were added. */
  readonly to?: readonly LanguageTag[];
}

/**
 * A text of the library in rows.
 *
 * @throws SteleError `not-found`.
 */
export function readPolytext(library: Library, id: ArticleId, wish: TextWish = {}): Polytext {
  const article = library.article(id);
  if (article === undefined) throw notFound("text", id);
  const pairs = chosenPairs(library.bitextsOf(id), article, wish);
  return pairs.length === 0 ? untranslated(article) : buildPolytext(pairs);
}

/** The bitexts of the source with its targets, and the one between the two targets where there is one. */
function chosenPairs(bitexts: readonly Bitext[], article: Article, { to }: TextWish): readonly Bitext[] {
  const fromSource = bitexts
    .filter((pair) => pair.source.article.id === article.id)
    .filter(({ target }) => to === undefined || to.includes(target.article.language))
    .slice(0, MOST_TARGETS);
  const [second, third] = fromSource.map((pair) => pair.target);
  if (second === undefined || third === undefined) return fromSource;
  const between = bitexts.find((pair) => isBetween(pair, second, third) || isBetween(pair, third, second));
  return between === undefined ? fromSource : [...fromSource, between];
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

function untranslated(article: Article): Polytext {
  const side = sideOf(article);
  return {
    sides: [side],
    rows: side.sentences.map((_, index) => ({ runs: [[index, index + 1]], score: null })),
    pairs: [],
  };
}
