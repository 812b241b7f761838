const HANGUL_FIRST = 0xac00;
const PER_ONSET = 588;
const PER_FINAL = 28;
const [NIEUN, DIGEUT, RIEUL, MIEUM, BIEUP, SIOT, PAST] = [4, 7, 8, 16, 17, 19, 20];
const EU = 18;
const RIEUL_ONSET = 5;
const HIEUH_ONSET = 18;
/** What the vowel of an open stem becomes with 아 and 어: 나누다, 나눠; 보다, 봐; 마시다, 마셔; 쓰다, 써. */
const CONTRACTED: Readonly<Record<number, readonly number[]>> = { 8: [9], 13: [14], 20: [6], 18: [4, 0], 11: [10] };
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

interface Syllable {
  readonly onset: number;
  readonly vowel: number;
  readonly final: number;
}

function read(syllable: string): Syllable {
  const code = syllable.charCodeAt(0) - HANGUL_FIRST;
  return {
    onset: Math.floor(code / PER_ONSET),
    vowel: Math.floor((code % PER_ONSET) / PER_FINAL),
    final: code % PER_FINAL,
  };
}

function write({ onset, vowel, final }: Syllable): string {
  return String.fromCharCode(HANGUL_FIRST + onset * PER_ONSET + vowel * PER_FINAL + final);
}

/** The last syllable of a stem in all its forms, as patterns. */
function lastSyllable(syllable: string): readonly string[] {
  const parts = read(syllable);
  const open = { ...parts, final: 0 };
  const closed = (final: number): string => write({ ...parts, final });
  const same = `${syllable}${ENDING}`;
  switch (parts.final) {
    case 0:
      return [same, ...[NIEUN, RIEUL, MIEUM, BIEUP, PAST].map(closed), ...contracted(open)];
    case RIEUL:
      return [same, `${write(open)}(?=[는니시오])`, closed(NIEUN), `${closed(BIEUP)}(?=니)`, closed(MIEUM)];
    case BIEUP:
      return [same, `${write(open)}(?=[우운울움와워왔웠])`];
    case DIGEUT:
      return [same, `${closed(RIEUL)}(?=[어었으은을음])`];
    case SIOT:
      return [same, `${write(open)}(?=[어었아았으은을음])`];
    default:
      return [same];
  }
}

function contracted(open: Syllable): readonly string[] {
  const vowels = open.onset === HIEUH_ONSET && open.vowel === 0 ? [1] : (CONTRACTED[open.vowel] ?? []);
  return vowels.flatMap((vowel) => [0, PAST].map((final) => write({ ...open, vowel, final })));
}

/** 모르다, 몰라. */
function withDoubledRieul(stem: string): readonly string[] {
  const last = read(stem.slice(-1));
  const previous = stem.slice(-2, -1);
  if (last.onset !== RIEUL_ONSET || last.vowel !== EU || last.final !== 0 || previous === "") return [];
  return [`${stem.slice(0, -2)}${write({ ...read(previous), final: RIEUL })}[라러랐렀]`];
}
