/** How many code units of a text are looked at. */
const SAMPLE = 20_000;
/** Fewer words than this prove nothing: a list of names, a headline. */
const FEWEST_WORDS = 40;
/** Words that English cannot do without, and that no neighbour writes the same. */
const COMMON = new Set(
  "the and of to that for with he his they their at by are this had not but from were which you it be as".split(" "),
);
/** A third of the words of English prose are such; of other languages, one or two in a hundred look like one. */
const FEWEST_COMMON = 0.05;

/**
 * Whether a text is plainly in none of the three languages: most of its letters are of another script, many are kana,
 * or its Latin words are not English. A short text in Latin letters is never told.
 *
 * Only the first 20,000 code units count.
 */
export function readsForeign(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const letters = countOf(/\p{L}/gu, sample);
  const own = countOf(/[\p{sc=Latin}\p{sc=Hangul}\p{sc=Han}]/gu, sample);
  const kana = countOf(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu, sample);
  if (own * 2 < letters || kana * 4 > letters) return true;
  return countOf(/\p{sc=Latin}/gu, sample) * 2 > letters && isOtherLatin(sample);
}

function isOtherLatin(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{sc=Latin}+/gu) ?? [];
  const common = words.filter((word) => COMMON.has(word)).length;
  return words.length >= FEWEST_WORDS && common < words.length * FEWEST_COMMON;
}

function countOf(letters: RegExp, text: string): number {
  return text.match(letters)?.length ?? 0;
}
