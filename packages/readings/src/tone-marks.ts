const MARKS: Readonly<Record<string, string>> = { a: "āáǎà", e: "ēéěè", i: "īíǐì", o: "ōóǒò", u: "ūúǔù", ü: "ǖǘǚǜ" };

/** `lu:4 hang2` → `lǜ háng`; the neutral tone 5 has no mark, and what is no syllable stays. */
export function toneMarks(numbered: string): string {
  return numbered.replace(/([A-Za-z]+:?[A-Za-z]*)([1-5])/gu, (_, letters: string, tone: string) =>
    marked(letters.replaceAll("u:", "ü").replaceAll("U:", "Ü"), Number(tone)),
  );
}

/** The mark stands on a or e, on the o of ou, else on the last vowel (Scheme for the Chinese Phonetic Alphabet). */
function marked(letters: string, tone: number): string {
  const place = vowelPlace(letters.toLowerCase());
  const vowel = letters[place] ?? "";
  const mark = MARKS[vowel.toLowerCase()]?.[tone - 1];
  if (mark === undefined) return letters;
  const shown = vowel === vowel.toLowerCase() ? mark : mark.toUpperCase();
  return letters.slice(0, place) + shown + letters.slice(place + 1);
}

function vowelPlace(letters: string): number {
  const strong = letters.search(/[ae]/u);
  if (strong >= 0) return strong;
  const pair = letters.indexOf("ou");
  return pair >= 0 ? pair : letters.search(/[iouü](?=[^iouü]*$)/u);
}
