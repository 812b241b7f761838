import { useEffect, useState } from "react";
import type { Aid } from "../app/settings.ts";
import type { Annotation } from "../reader/annotate.ts";
import type { ReadingCell } from "../reader/reading.ts";
import { replacementsOf, rubyOf, together } from "./annotations.ts";
import { readingsOf } from "./readings.ts";

const NONE: readonly (readonly Annotation[])[] = [];

/** What stands over or instead of a cell's sentences, one list a sentence; empty until it is there or wanted. */
export function useAnnotations(cell: ReadingCell, aids: readonly Aid[]): readonly (readonly Annotation[])[] {
  const key = `${aids.join()} ${cell.sentences.map(({ text }) => text).join("\n")}`;
  const [found, setFound] = useState<{ key: string; lists: readonly (readonly Annotation[])[] }>();
  useEffect(() => {
    if (aids.length === 0) return;
    let isCurrent = true;
    Promise.all(cell.sentences.map(({ text }) => annotate(text, cell.language, aids))).then(
      (lists) => isCurrent && setFound({ key, lists }),
      () => undefined, // Without readings the text stands as it is.
    );
    return () => {
      isCurrent = false;
    };
  }, [key, cell, aids]);
  return found?.key === key ? found.lists : NONE;
}

async function annotate(
  text: string,
  language: ReadingCell["language"],
  aids: readonly Aid[],
): Promise<readonly Annotation[]> {
  if (language === "ko") {
    return aids.includes("romanisation") ? rubyOf(await readingsOf(text, "romanisation", language)) : [];
  }
  if (language === "en") return [];
  const otherScript = language === "zh-Hans" ? "traditional" : "simplified";
  const [ruby, shown] = await Promise.all([
    aids.includes("pinyin") ? readingsOf(text, "pinyin", language) : [],
    aids.includes("otherScript") ? readingsOf(text, otherScript, language) : [],
  ]);
  return together(rubyOf(ruby), replacementsOf(shown));
}
