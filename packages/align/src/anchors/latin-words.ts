/** The Latin names and words of a text in lower case, of two letters and more; inside Korean and Chinese they are anchors. */
export function latinWords(text: string): Set<string> {
  return new Set(
    Array.from(text.normalize("NFKC").matchAll(/\p{Script=Latin}[\p{Script=Latin}\d'’-]+/gu), ([word]) =>
      word.toLowerCase(),
    ),
  );
}
