import type { PlacedAnchor } from "./figures.ts";

/** The Latin names and words of a text in lower case, of two letters and more; inside Korean and Chinese they are anchors. */
export function latinWords(text: string): Set<string> {
  return new Set(placeLatinWords(text.normalize("NFKC")).map(({ value }) => value));
}

/** The same with their places; the text is normalised (NFKC) already. */
export function placeLatinWords(plain: string): PlacedAnchor[] {
  return Array.from(
    plain.matchAll(/\p{Script=Latin}[\p{Script=Latin}\d'’-]+/gu),
    ({ 0: word, index }): PlacedAnchor => ({ value: word.toLowerCase(), start: index, end: index + word.length }),
  );
}
