import { useEffect, useState } from "react";
import type { Annotation } from "../reader/annotate.ts";
import type { ReadingRow } from "../reader/reading.ts";
import { markKey, type WordMarks } from "../reader/word-marks.ts";
import { hanjaOf } from "./readings.ts";

/** Hanja by the key of the sentence. */
export type HanjaBySentence = ReadonlyMap<string, readonly Annotation[]>;

const NONE: HanjaBySentence = new Map();

/** A Korean word with the Chinese word that it is linked to. */
interface LinkedWord {
  readonly key: string;
  readonly start: number;
  readonly korean: string;
  readonly chinese: string;
}

/** Hanja over the Korean words of the lit row whose linked Chinese word has that reading. */
export function useHanja(row: ReadingRow | undefined, marks: WordMarks, isWanted: boolean): HanjaBySentence {
  const [found, setFound] = useState<{ marks: WordMarks; hanja: HanjaBySentence }>();
  useEffect(() => {
    const words = isWanted && row !== undefined ? linkedWords(row, marks) : [];
    if (words.length === 0) return;
    let isCurrent = true;
    suggest(words).then(
      (hanja) => isCurrent && setFound({ marks, hanja }),
      () => undefined, // Without Hanja the words stand as they are.
    );
    return () => {
      isCurrent = false;
    };
  }, [row, marks, isWanted]);
  return isWanted && found?.marks === marks ? found.hanja : NONE;
}

async function suggest(words: readonly LinkedWord[]): Promise<HanjaBySentence> {
  const suggestions = await hanjaOf(words.map(({ korean, chinese }) => ({ korean, chinese })));
  const hanja = new Map<string, Annotation[]>();
  for (const [at, word] of words.entries()) {
    const suggestion = suggestions[at];
    if (suggestion === undefined) continue;
    const { start, end, hanja: ruby } = suggestion;
    hanja.set(word.key, [...(hanja.get(word.key) ?? []), { start: word.start + start, end: word.start + end, ruby }]);
  }
  return hanja;
}

/** The Korean words of a row that share a group with a Chinese one. */
function linkedWords(row: ReadingRow, marks: WordMarks): readonly LinkedWord[] {
  const wordsOf = (isKorean: boolean) =>
    row.cells
      .filter(({ language }) => (isKorean ? language === "ko" : language.startsWith("zh")))
      .flatMap(({ sentences }) => sentences)
      .flatMap((sentence) => (marks.get(markKey(sentence)) ?? []).map((mark) => ({ mark, sentence })));
  const chinese = wordsOf(false);
  return wordsOf(true).flatMap(({ mark, sentence }) => {
    const twin = chinese.find((other) => other.mark.group === mark.group);
    if (twin === undefined) return [];
    return {
      key: markKey(sentence),
      start: mark.start,
      korean: sentence.text.slice(mark.start, mark.end),
      chinese: twin.sentence.text.slice(twin.mark.start, twin.mark.end),
    };
  });
}
