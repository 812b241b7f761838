import { cutWords } from "@stele/align";
import { baseLanguage, type LanguageTag, type Span } from "@stele/model";
import type { Phrase } from "./phrase.ts";
import { PHRASE_RULES } from "./phrase-rules.ts";

/** The phrases of a sentence that could be a term, or a part of its translation, in the order in which they stand. */
export function phrasesIn(text: string, language: LanguageTag): readonly Phrase[] {
  const { mostWords, canBeTerm, shown } = PHRASE_RULES[baseLanguage(language)];
  const phrases: Phrase[] = [];
  for (const run of runsOf(text, language)) {
    const words = run.map(({ start, end }) => text.slice(start, end));
    for (let first = 0; first < run.length; first += 1) {
      for (let last = first; last < Math.min(run.length, first + mostWords); last += 1) {
        const [opening, closing] = [run[first], run[last]];
        const own = words.slice(first, last + 1);
        if (opening === undefined || closing === undefined || !canBeTerm(own)) continue;
        const whole = shown(text.slice(opening.start, closing.end));
        phrases.push({
          text: whole,
          start: opening.start,
          end: opening.start + whole.length,
          words: own,
          isFirst: !/[\p{L}\p{N}]/u.test(text.slice(0, opening.start)),
          ...beside(words, first, last),
        });
      }
    }
  }
  return phrases;
}

function beside(words: readonly string[], first: number, last: number): Pick<Phrase, "before" | "after"> {
  const [before, after] = [words[first - 1], words[last + 1]];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** Words that no mark divides: a term holds none. */
function runsOf(text: string, language: LanguageTag): readonly (readonly Span[])[] {
  const runs: Span[][] = [];
  let before: Span | undefined;
  for (const word of cutWords(text, language)) {
    const gap = before === undefined ? undefined : text.slice(before.end, word.start);
    if (gap === undefined || (gap.trim() !== "" && gap !== "·")) runs.push([]);
    runs.at(-1)?.push(word);
    before = word;
  }
  return runs;
}
