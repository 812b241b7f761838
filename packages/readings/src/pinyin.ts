import { particleReading } from "./particles.ts";
import type { Reading } from "./reading.ts";
import { toSimplified } from "./script.ts";

/** Settings of `pinyin`. */
export interface PinyinOptions {
  /** `zh-Hant` is read through its simplified forms, because the phrase list knows those only; default `zh-Hans`. */
  readonly language?: "zh-Hans" | "zh-Hant";
}

interface Syllable {
  readonly start: number;
  readonly end: number;
  readonly origin: string;
  /** Empty where the character has no pinyin. */
  readonly pinyin: string;
}

type ReadSyllables = (text: string) => readonly { readonly origin: string; readonly pinyin: string }[];

const HAN = /\p{Script=Han}/u;
/** A syllable that begins so takes an apostrophe inside a word: Xi'an (Scheme for the Chinese Phonetic Alphabet). */
const BARE_VOWEL = /^[aoeāáǎàōóǒòēéěè]/u;

/**
 * Pinyin with tone marks, a reading a word (`parts`: a reading a character), in order. Heteronyms are told apart by
 * their word, single characters by the sentence around them; 一 and 不 change their tone as they are spoken. What is
 * not Chinese has no reading.
 */
export async function pinyin(text: string, options: PinyinOptions = {}): Promise<readonly Reading[]> {
  const library = await import("pinyin-pro");
  const read: ReadSyllables = (piece) => library.pinyin(piece, { type: "all" });
  const known = options.language === "zh-Hant" ? await sameLengthSimplified(text) : text;
  return wordsOf(known, syllablesOf(known, read), read);
}

/** Simplified forms at unchanged offsets; the few characters whose length would change stay as they are. */
async function sameLengthSimplified(text: string): Promise<string> {
  const { changes } = await toSimplified(text);
  let result = "";
  let done = 0;
  for (const { start, end, reading } of changes) {
    if (reading.length !== end - start) continue;
    result += text.slice(done, start) + reading;
    done = end;
  }
  return result + text.slice(done);
}

function syllablesOf(text: string, read: ReadSyllables): readonly Syllable[] {
  let start = 0;
  return read(text).map(({ origin, pinyin: reading }) => {
    const syllable = { start, end: start + origin.length, origin, pinyin: HAN.test(origin) ? reading : "" };
    start = syllable.end;
    return syllable;
  });
}

function wordsOf(text: string, inContext: readonly Syllable[], read: ReadSyllables): readonly Reading[] {
  const words: (readonly Syllable[])[] = [];
  let next = 0;
  for (const { index, segment } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text)) {
    const from = next;
    while (next < inContext.length && (inContext[next]?.start ?? 0) < index + segment.length) next += 1;
    const own = inContext.slice(from, next);
    words.push(own.length > 1 ? syllablesOf(segment, read).map((syllable) => moved(syllable, index)) : own);
  }
  return withParticles(words).flatMap(runsOf);
}

/** The same words with the particles read as such. */
function withParticles(words: readonly (readonly Syllable[])[]): readonly (readonly Syllable[])[] {
  const all = words.flat();
  const ends = new Set(words.map((word) => word.at(-1)?.start));
  const isWordEnd = (index: number): boolean => ends.has(all[index]?.start);
  let index = -1;
  return words.map((word) =>
    word.map((syllable) => {
      index += 1;
      const reading = particleReading(all, index, isWordEnd);
      return reading === undefined ? syllable : { ...syllable, pinyin: reading };
    }),
  );
}

function moved(syllable: Syllable, by: number): Syllable {
  return { ...syllable, start: syllable.start + by, end: syllable.end + by };
}

/** The stretches of a word that have pinyin: a word like 3D打印 has some that have none. */
function runsOf(word: readonly Syllable[]): readonly Reading[] {
  const runs: Syllable[][] = [[]];
  for (const syllable of word) {
    if (syllable.pinyin === "") runs.push([]);
    else runs.at(-1)?.push(syllable);
  }
  return runs.flatMap((run) => readingOf(run));
}

function readingOf(run: readonly Syllable[]): readonly Reading[] {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  const parts = run.map(({ start, end, pinyin: reading }) => ({ start, end, reading }));
  return [{ start: first.start, end: last.end, reading: joined(parts), parts }];
}

function joined(parts: readonly Reading[]): string {
  return parts.map(({ reading }, index) => (index > 0 && BARE_VOWEL.test(reading) ? `'${reading}` : reading)).join("");
}
