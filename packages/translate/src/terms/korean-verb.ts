import { CODA, type Jamo, jamoOf, ONSET, syllableOf } from "@stele/model/hangul";

/** ㅡ */
const EU = 18;
/** What the vowel of an open stem becomes with 아 and 어: 나누다, 나눠; 보다, 봐; 마시다, 마셔; 쓰다, 써. */
const CONTRACTED: Readonly<Record<number, readonly number[]>> = { 8: [9], 13: [14], 20: [6], 18: [4, 0], 11: [10] };
/** What an open stem takes as its coda before or as an ending. */
const OPEN_TAKES = [CODA.nieun, CODA.rieul, CODA.mieum, CODA.bieup, CODA.ssangsiot];
/** What an ending begins with. */
const ENDING = "(?=[고는지면며게기려러자던니시도거네아어았었으을은음습세라])";
const LIGHT_VERB = /^(\p{Script=Hangul}{2,})(?:하|되|시키)다$/u;
const LIGHT_FORMS = "(?=\\s?(?:[하했한할해함합되됐된될됨됩돼]|시[키킨킬켜켰]))";
const VERB = /^\p{Script=Hangul}{2,}$/u;

/**
 * Whether a term seems to be a Korean verb or adjective in the form of the dictionary; 캐나다 seems so too, and is found
 * all the same.
 */
export function isKoreanVerb(term: string): boolean {
  return VERB.test(term) && term.endsWith("다");
}

/**
 * A pattern of a Korean verb's forms. Of a noun made a verb (승인하다) the noun is enough where `isStrict` is not wished:
 * a translator may have made it a noun again.
 */
export function koreanVerbPattern(verb: string, isStrict: boolean): string {
  const noun = LIGHT_VERB.exec(verb)?.[1];
  if (noun !== undefined) return isStrict ? `(?<!\\p{Script=Hangul})${noun}${LIGHT_FORMS}` : noun;
  const stem = verb.slice(0, -1);
  const before = stem.slice(0, -1);
  const forms = [verb, `${before}(?:${lastSyllable(stem.slice(-1)).join("|")})`, ...withDoubledRieul(stem)];
  return `(?<!\\p{Script=Hangul})(?:${forms.join("|")})`;
}

/** The last syllable of a stem in all its forms, as patterns. */
function lastSyllable(syllable: string): readonly string[] {
  const same = `${syllable}${ENDING}`;
  const jamo = jamoOf(syllable);
  if (jamo === undefined) return [same];
  const closed = (coda: number): string => syllableOf({ ...jamo, coda });
  const open = closed(CODA.none);
  switch (jamo.coda) {
    case CODA.none:
      return [same, ...OPEN_TAKES.map(closed), ...contracted(jamo)];
    case CODA.rieul:
      return [same, `${open}(?=[는니시오])`, closed(CODA.nieun), `${closed(CODA.bieup)}(?=니)`, closed(CODA.mieum)];
    case CODA.bieup:
      return [same, `${open}(?=[우운울움와워왔웠])`];
    case CODA.digeut:
      return [same, `${closed(CODA.rieul)}(?=[어었으은을음])`];
    case CODA.siot:
      return [same, `${open}(?=[어었아았으은을음])`];
    default:
      return [same];
  }
}

/** An open syllable with 아 or 어 in it, and the same in the past; 하 becomes 해. */
function contracted({ onset, vowel: own }: Jamo): readonly string[] {
  const vowels = onset === ONSET.hieut && own === 0 ? [1] : (CONTRACTED[own] ?? []);
  return vowels.flatMap((vowel) => [CODA.none, CODA.ssangsiot].map((coda) => syllableOf({ onset, vowel, coda })));
}

/** 모르다, 몰라. */
function withDoubledRieul(stem: string): readonly string[] {
  const [last, before] = [jamoOf(stem.slice(-1)), jamoOf(stem.slice(-2, -1))];
  if (last?.onset !== ONSET.rieul || last.vowel !== EU || last.coda !== CODA.none || before === undefined) return [];
  return [`${stem.slice(0, -2)}${syllableOf({ ...before, coda: CODA.rieul })}[라러랐렀]`];
}
