import type { LanguageTag, Span } from "../api/nouns.ts";
import type { ReadingCell, ReadingRow } from "./reading.ts";
import { markKey } from "./word-marks.ts";

/** What of a text is not in another one of the same language, by sentence. */
export type Differences = ReadonlyMap<string, readonly Span[]>;

const NONE: Differences = new Map();

/**
 * Where two visible columns have one language (two engines' translations), the words of each that the other has not.
 * Empty where every column has its own language.
 */
export function differencesOf(row: ReadingRow, columns: readonly number[]): Differences {
  const cells = columns.flatMap((side) => row.cells[side] ?? []);
  const pair = cells.flatMap((cell, at) => {
    const twin = cells.find((other, index) => index > at && other.language === cell.language);
    return twin === undefined ? [] : [[cell, twin] as const];
  })[0];
  if (pair === undefined) return NONE;
  const found = new Map<string, readonly Span[]>();
  for (const [own, other] of [pair, [pair[1], pair[0]] as const]) putDifferences(found, own, other);
  return found;
}

function putDifferences(found: Map<string, readonly Span[]>, own: ReadingCell, other: ReadingCell): void {
  const base = other.sentences.map(({ text }) => text).join(" ");
  let offset = 0;
  const joined = own.sentences.map(({ text }) => text).join(" ");
  const spans = addedIn(joined, base, own.language);
  for (const sentence of own.sentences) {
    const end = offset + sentence.text.length;
    const inside = spans
      .filter((span) => span.start < end && span.end > offset)
      .map((span) => ({ start: Math.max(0, span.start - offset), end: Math.min(end, span.end) - offset }));
    found.set(markKey(sentence), inside);
    offset = end + 1;
  }
}

/** The words of `text` that are not in `base`, in order: what a longest common subsequence of words leaves over. */
export function addedIn(text: string, base: string, language: LanguageTag): readonly Span[] {
  const own = wordSpans(text, language);
  const kept = commonWords(
    own.map(({ word }) => word),
    wordSpans(base, language).map(({ word }) => word),
  );
  return own.filter((_, at) => !kept.has(at)).map(({ start, end }) => ({ start, end }));
}

function wordSpans(text: string, language: LanguageTag): readonly (Span & { readonly word: string })[] {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) =>
    segment.trim() === "" ? [] : { word: segment, start: index, end: index + segment.length },
  );
}

/** Indexes of the words of `own` that stand in a longest common subsequence with `other`. */
function commonWords(own: readonly string[], other: readonly string[]): ReadonlySet<number> {
  const width = other.length + 1;
  const lengths = new Uint32Array((own.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = own.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = own[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < own.length && j < other.length; ) {
    if (own[i] === other[j]) {
      kept.add(i);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
