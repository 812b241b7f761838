import { jamoOf, ONSET, syllableOf } from "@stele/model/hangul";
import { SIMPLIFIED_FORMS, SINO_KOREAN_READINGS } from "./han-table.ts";

/** ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ: before them ㄴ and ㄹ fall at the head of a word. */
const PALATAL = new Set([2, 3, 6, 7, 12, 17, 20]);

interface HanTable {
  readonly simplified: ReadonlyMap<string, string>;
  readonly readings: ReadonlyMap<string, string>;
}

let opened: HanTable | undefined;

function openTable(): HanTable {
  opened ??= { simplified: readPairs(), readings: readReadings() };
  return opened;
}

function readPairs(): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < SIMPLIFIED_FORMS.length; at += 2) {
    pairs.set(SIMPLIFIED_FORMS.charAt(at), SIMPLIFIED_FORMS.charAt(at + 1));
  }
  return pairs;
}

function readReadings(): Map<string, string> {
  const readings = new Map<string, string>();
  let syllable = "";
  for (const mark of SINO_KOREAN_READINGS) {
    const even = evenSyllable(mark);
    if (even === "") readings.set(mark, syllable);
    else syllable = even;
  }
  return readings;
}

/** The text with simplified forms, unit for unit, so that one set of vectors serves both scripts of Chinese. */
export function simplifyHan(text: string): string {
  const { simplified } = openTable();
  let out = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    out += simplified.get(unit) ?? unit;
  }
  return out;
}

/**
 * Undoes the initial-sound rule, so that 녀 and 여, 리 and 이 are equal (Hangul orthography, articles 10 to 12); empty for
 * what is no syllable.
 */
export function evenSyllable(syllable: string): string {
  const jamo = jamoOf(syllable);
  if (jamo === undefined) return "";
  const { vowel, coda } = jamo;
  let onset: number = jamo.onset;
  if (onset === ONSET.rieul) onset = ONSET.nieun;
  if (onset === ONSET.nieun && PALATAL.has(vowel)) onset = ONSET.ieung;
  return syllableOf({ onset, vowel, coda });
}

/** Pairs of neighbouring syllables of a Korean text, inside words. */
export function hangulPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const [word] of text.matchAll(/[가-힣]{2,}/gu)) {
    const even = [...word].map(evenSyllable);
    for (let at = 1; at < even.length; at++) pairs.add(`${even[at - 1]}${even[at]}`);
  }
  return pairs;
}

/** Pairs of neighbouring Han characters of a Chinese text as Korean reads them: 经济 and 經濟 are 경제. */
export function hanPairs(text: string): Set<string> {
  const { readings } = openTable();
  const pairs = new Set<string>();
  for (const [run] of simplifyHan(text).matchAll(/\p{Script=Han}{2,}/gu)) {
    const read = [...run].map((mark) => readings.get(mark) ?? "");
    for (let at = 1; at < read.length; at++) {
      if (read[at - 1] !== "" && read[at] !== "") pairs.add(`${read[at - 1]}${read[at]}`);
    }
  }
  return pairs;
}
