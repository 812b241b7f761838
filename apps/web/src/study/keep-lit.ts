import type { Translator } from "@stele/messages";
import { saveSentence } from "../api/study.ts";
import { toast } from "../app/toast.tsx";
import { counterpartsOf } from "../reader/counterparts.ts";
import { litText } from "../reader/quotation.ts";
import type { Place, Reading } from "../reader/reading.ts";

/** What is kept. */
export interface Keeping {
  readonly reading: Reading;
  readonly place: Place;
  readonly textId: string | undefined;
  readonly word?: string;
  readonly t: Translator;
}

/** Keeps the sentence at a place with its first counterpart, and says so. */
export function keepLit({ reading, place, textId, word, t }: Keeping): void {
  const lit = { ...place, row: -1, ranges: counterpartsOf(reading, place) };
  const other = lit.ranges.findIndex((range, side) => side !== place.side && range[0] < range[1]);
  const [own, twin] = [reading.polytext.sides[place.side], reading.polytext.sides[other]];
  if (own === undefined || twin === undefined) {
    toast(t("page.study.notKept"));
    return;
  }
  saveSentence({
    sourceLanguage: own.article.language,
    source: litText(reading, lit, place.side),
    targetLanguage: twin.article.language,
    target: litText(reading, lit, other),
    ...(word === undefined ? {} : { word }),
    ...(textId === undefined ? {} : { textId }),
  }).then(
    () => toast(t("page.study.kept")),
    () => toast(t("page.failure.offline")),
  );
}
