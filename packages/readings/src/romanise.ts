import { CODA, type Jamo, jamoOf, ONSET, syllableOf } from "@stele/model/hangul";
import { ASPIRATED_NOUNS, SPOKEN_FORMS, STEMS_IN_RIEUL_GIYEOK, VERBAL_HIEUT } from "./korean-exceptions.ts";
import type { Reading } from "./reading.ts";

const WORD = /[\uac00-\ud7a3]+/gu;
/** Splits a word where no sound change may cross; never part of a text's word, which holds syllables only. */
const BARRIER = "|";
const EXCEPTIONS = new RegExp(Object.keys(SPOKEN_FORMS).join("|"), "gu");
const PASSIVE = /(.)([히혀혔힌힐힘힙])/gu;
const STOPS: ReadonlySet<number> = new Set([CODA.giyeok, CODA.digeut, CODA.bieup]);
const TURNING_TO_DIGEUT: ReadonlySet<number> = new Set([
  CODA.siot,
  CODA.ssangsiot,
  CODA.jieut,
  CODA.chieut,
  CODA.tieut,
]);

/**
 * Revised Romanisation (Ministry of Culture notice 2000-8) with the sound changes it asks for, in lower case, a
 * reading a run of Hangul. Tensing is not written. Where spelling does not tell (compounds with an inserted ㄴ, a
 * noun against a verb stem) a short list of common words decides.
 */
export async function romanise(text: string): Promise<readonly Reading[]> {
  const { romanize } = await import("koroman");
  const read = (piece: string): string => romanize(piece, { useCustomDictionary: false });
  return [...text.matchAll(WORD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    reading: asSpoken(match[0]).split(BARRIER).map(read).join(""),
  }));
}

/** A copy of the word, spelt so that the general rules give the right sounds where they alone would not. */
function asSpoken(word: string): string {
  const known = word.replace(EXCEPTIONS, (found) => SPOKEN_FORMS[found] ?? found);
  const syllables = [...known.replace(PASSIVE, drawnTogether)];
  return syllables.map((syllable, index) => spoken(syllable, { syllables, index })).join("");
}

/** A passive or causative: 닫혀 is spoken 다쳐, 밝혀 발켜 (Standard Pronunciation, articles 12 and 17). */
function drawnTogether(pair: string, stem: string, ending: string): string {
  const first = jamoOf(stem);
  const second = jamoOf(ending);
  if (first === undefined || second === undefined) return pair;
  if (first.coda === CODA.digeut) {
    return syllableOf({ ...first, coda: CODA.none }) + syllableOf({ ...second, onset: ONSET.chieut });
  }
  if (first.coda !== CODA.rieulGiyeok) return pair;
  return syllableOf({ ...first, coda: CODA.rieul }) + syllableOf({ ...second, onset: ONSET.kieuk });
}

interface Place {
  readonly syllables: readonly string[];
  readonly index: number;
}

function spoken(syllable: string, { syllables, index }: Place): string {
  const jamo = jamoOf(syllable);
  const next = jamoOf(syllables[index + 1]);
  if (jamo === undefined || next === undefined) return syllable;
  if (next.onset === ONSET.hieut) return beforeHieut(syllable, jamo, syllables.slice(index).join(""));
  if (jamo.coda === CODA.rieulGiyeok && next.onset === ONSET.giyeok && STEMS_IN_RIEUL_GIYEOK.has(syllable)) {
    return syllableOf({ ...jamo, coda: CODA.rieul });
  }
  if ((jamo.coda === CODA.rieulHieut || jamo.coda === CODA.rieulTieut) && next.onset === ONSET.nieun) {
    return syllableOf({ ...jamo, coda: CODA.rieul });
  }
  return syllable;
}

/** ㅎ after a stop: written apart in nouns (Mukho, Jiphyeonjeon), drawn together in verbs and adverbs (japyeo). */
function beforeHieut(syllable: string, jamo: Jamo, rest: string): string {
  const coda = TURNING_TO_DIGEUT.has(jamo.coda) ? CODA.digeut : jamo.coda;
  if (!STOPS.has(coda)) return syllable;
  const isVerbal = VERBAL_HIEUT.test(rest.slice(1)) && !ASPIRATED_NOUNS.some((noun) => rest.startsWith(noun));
  return isVerbal ? syllableOf({ ...jamo, coda }) : `${syllable}${BARRIER}`;
}
