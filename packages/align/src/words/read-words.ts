import { baseLanguage, type LanguageTag, type Span } from "@stele/model";
import type { PlacedAnchor } from "../anchors/figures.ts";
import { placeNames } from "../anchors/han-sounds.ts";
import { placeLatinWords } from "../anchors/latin-words.ts";
import { HAN_MARKS } from "../anchors/number-words.ts";
import { numerals } from "../anchors/numerals.ts";
import { placeAnchors } from "../anchors/place-anchors.ts";
import { simplifyHan } from "../anchors/readings.ts";
import { hangulSkeletons, latinSkeletons } from "../anchors/skeletons.ts";
import { rarityOf } from "../meaning/side-tokens.ts";
import { type NormalisedText, normaliseText } from "../vectors/normalise.ts";
import type { Vectors } from "../vectors/read-vectors.ts";
import { tokenise } from "../vectors/tokenise.ts";
import { stemsOf } from "./word-stems.ts";

/** One way to read a word: places in the side's list of tokens, and their weights. */
export interface WordForm {
  readonly tokens: readonly number[];
  readonly weights: readonly number[];
}

/** A word with what it is compared by. */
export interface ReadWord extends Span {
  /** In lower case and simplified forms. */
  readonly text: string;
  /** The word without particle or ending, where that differs. */
  readonly stems: readonly string[];
  /** Figures, months, weekdays, Latin words that the word is part of. */
  readonly anchors: ReadonlySet<string>;
  /** The months and weekdays among them. */
  readonly dates: ReadonlySet<string>;
  /** What it counts, if it is a number word. */
  readonly numerals: ReadonlySet<string>;
  /** What it may sound like, if it is a name. */
  readonly sounds: ReadonlySet<string>;
  /** As it stands in the sentence, by itself, and without particle or ending. */
  readonly forms: readonly WordForm[];
  /** How much the word says: near 1 for a rare one, near 0 for a frequent one. */
  readonly rarity: number;
}

/** The words of one side and the entries of their tokens. */
export interface ReadWords {
  readonly words: readonly ReadWord[];
  readonly entries: Int32Array;
}

/** A frequent token still says something where a word has no other. */
const LEAST_WEIGHT = 0.02;
/** Written behind a figure in a date, and no word of its own. */
const DATE_UNIT = /[月월일日号號년年]/u;

/** Reads the words of a text. */
export function readWords(
  vectors: Vectors | undefined,
  text: string,
  { spans, language }: { readonly spans: readonly Span[]; readonly language: LanguageTag },
): ReadWords {
  const entries: number[] = [];
  const normal = normaliseText(text);
  const inPlace = vectors === undefined ? spans.map(() => []) : entriesInPlace(vectors, normal, spans);
  const { dates, others } = anchorsIn(normal);
  const names = baseLanguage(language) === "zh" ? placeNames(text) : [];
  const words = spans.map((span, index): ReadWord => {
    const word = text.slice(span.start, span.end).normalize("NFC");
    const plain = simplifyHan(word.toLowerCase());
    const stems = stemsOf(plain, language);
    const alone = vectors === undefined ? [] : [plain, ...stems].map((form) => entriesOf(vectors, form));
    const forms = [inPlace[index] ?? [], ...alone].map((form) => addForm(vectors, entries, form));
    const [first] = forms;
    return {
      ...span,
      text: plain,
      stems,
      anchors: valuesAt([...dates, ...others], span),
      dates: valuesAt(dates, span),
      numerals: new Set(numeralsOf(word, language)),
      sounds: soundsOf(word, { language, names: names.filter((name) => isInside(span, name)) }),
      forms: forms.filter(({ tokens }) => tokens.length > 0),
      rarity: Math.max(LEAST_WEIGHT, ...(first === undefined || first.weights.length === 0 ? [1] : first.weights)),
    };
  });
  return { words, entries: Int32Array.from(entries) };
}

/** Each token belongs to the word that holds its first letter. */
function entriesInPlace(vectors: Vectors, normal: NormalisedText, spans: readonly Span[]): number[][] {
  const held = spans.map((): number[] => []);
  let word = 0;
  for (const token of tokenise(vectors, simplifyHan(normal.text))) {
    const start = normal.start[token.start] ?? 0;
    while (word < spans.length - 1 && start >= (spans[word]?.end ?? 0)) word++;
    const span = spans[word];
    if (span !== undefined && start >= span.start && start < span.end) held[word]?.push(token.entry);
  }
  return held;
}

function entriesOf(vectors: Vectors, word: string): number[] {
  return tokenise(vectors, simplifyHan(word.normalize("NFKC"))).map(({ entry }) => entry);
}

function addForm(vectors: Vectors | undefined, entries: number[], form: readonly number[]): WordForm {
  if (vectors === undefined) return { tokens: [], weights: [] };
  const tokens = form.map((entry) => entries.push(entry) - 1);
  return { tokens, weights: form.map((entry) => rarityOf(vectors, entry) + LEAST_WEIGHT) };
}

/** Months and weekdays, and the figures and Latin words, by their offsets in the untouched text. */
function anchorsIn({ text, start, end }: NormalisedText): {
  readonly dates: readonly PlacedAnchor[];
  readonly others: readonly PlacedAnchor[];
} {
  const { figures, dates } = placeAnchors(text);
  const placed = (anchor: PlacedAnchor): PlacedAnchor => {
    const last = DATE_UNIT.test(text.charAt(anchor.end)) ? anchor.end : anchor.end - 1;
    return { value: anchor.value, start: start[anchor.start] ?? 0, end: end[last] ?? 0 };
  };
  return { dates: dates.map(placed), others: [...figures, ...placeLatinWords(text)].map(placed) };
}

function valuesAt(anchors: readonly PlacedAnchor[], { start, end }: Span): Set<string> {
  return new Set(anchors.filter((one) => one.start < end && one.end > start).map(({ value }) => value));
}

function isInside(word: Span, name: Span): boolean {
  return word.start >= name.start && word.end <= name.end;
}

/** A Chinese word that only begins or ends with a numeral (一样, 三明治, 万一) counts nothing; one character may follow. */
const CHINESE_NUMERAL = new RegExp(`^第?[${HAN_MARKS}俩半]+\\p{L}?$`, "u");

function numeralsOf(word: string, language: LanguageTag): readonly string[] {
  if (baseLanguage(language) === "zh" && !CHINESE_NUMERAL.test(word)) return [];
  return numerals(word, language);
}

function soundsOf(
  word: string,
  { language, names }: { readonly language: LanguageTag; readonly names: readonly PlacedAnchor[] },
): ReadonlySet<string> {
  const base = baseLanguage(language);
  if (base === "zh") return new Set(names.map(({ value }) => value));
  return base === "ko" ? hangulSkeletons(word) : latinSkeletons(word);
}
