import { endsNoun, withoutParticle } from "@stele/align";
import type { Phrase, PhraseRules } from "./phrase.ts";

/** Particles that hardly anything but a noun has. */
const NOUN_PARTICLE = /(?:을|를|에서|에게|으로|로부터|에는|과|와|의)$/u;
/** What is left of a predicate, and predicates whose end is no particle. */
const PREDICATE =
  /(?:하|되|시키|시오|었|았|였|했|됐|겠|습니|한|된|할|될|던|해|돼|며|면서|지만|는데|려고|도록|기로|다가|어서|아서|했다고|고)$/u;
/** They end a sentence: inside a phrase they are the end of a name (에이다 퀼런). */
const SENTENCE_END = /(?:다|요|죠)$/u;
const FILLERS = new Set(
  (
    "그 그는 그녀 그가 그의 그것 이것 저것 그런 이런 저런 이렇게 그렇게 우리 저는 제가 나는 내가 저희 당신 누구 무엇 아무 아무도 모두 모든 다시 또 또한 " +
    "그리고 그러나 하지만 그래서 그런데 그때 그날 오늘 어제 내일 올해 지난해 내년 작년 이날 지금 이제 아직 이미 매우 아주 정말 많은 가장 더 덜 한 두 세 네 " +
    "다섯 여섯 첫 번째 이후 이래 이상 이하 동안 때문 위해 대해 통해 따라 따르면 함께 가운데 지난 새 옛 년 월 일 오전 오후 대한 있는 없는 하는 되는 때 것 수 " +
    "뒤 앞 안 밖 위 아래 옆 사이 곳 중 등 및 약 각 씨 만에 만 번 편 명 개 그중 거의 이를 이는 이가 다른 여러 어떤 같은 사람 사람들 말 마치 얼마 때마다 나머지 월요일 화요일 수요일 목요일 금요일 토요일 일요일 누구나 하나 아홉 나 저 너 수 점"
  ).split(" "),
);
const FIGURE = /^[\d.,:%]+/u;
const HANGUL_END = /\p{Script=Hangul}$/u;

/** Korean: nouns by their particles. */
export const KOREAN_PHRASES: PhraseRules = {
  mostWords: 3,
  canBeTerm: (words) => {
    const last = stemOf(words.at(-1) ?? "");
    if (words.some((word) => FILLERS.has(word) || FILLERS.has(stemOf(word)) || FIGURE.test(word))) return false;
    const isOpen = words.slice(0, -1).some((word) => NOUN_PARTICLE.test(word) || /(?:은|는|이|가|도)$/u.test(word));
    return !isOpen && words.every((word) => !PREDICATE.test(stemOf(word))) && !SENTENCE_END.test(last) && last !== "";
  },
  shown: stemOf,
  plain: (text) => text.replaceAll(/\s/gu, ""),
  key: (shown) => shown.replaceAll(/\s/gu, ""),
  shorter: (key) => (SUBJECT.test(key) && endsNoun(key, 1) ? key.slice(0, 1) : undefined),
  judge: ({ places }) => {
    if (!places.some(isNoun)) return "never";
    if (!places.some(({ text }) => text.length > 1)) return isOftenMarked(places) ? "word" : "never";
    return places.some(({ text }) => text.replaceAll(" ", "").length > 2) ? "name" : "word";
  },
};

/** Ends of foreign names more often than particles: 로웨나, 크레인. */
const NAME_END = /(?<!이)[나라인]$/u;

/** No syllable but these stands behind a noun of one syllable so often that it is no part of it. */
const AFTER_ONE = /^.(?:을|를|은|는|에서|으로|까지|부터|에는|에게)$/u;

const SUBJECT_OF_ONE = /^.이$/u;
/** Words of two syllables that end in 이 behind a consonant, as the subject of one syllable does. */
const ENDS_IN_I = new Set(
  "종이 놀이 벌이 먹이 길이 높이 깊이 넓이 풀이 맞이 걸이 살이 갈이 떨이 털이 굽이 맏이 같이 많이 없이 굳이 둘이 셋이 영이 순이 돌이 철이".split(
    " ",
  ),
);

/** A noun without its particle. */
function stemOf(text: string): string {
  const stem = NAME_END.test(text) ? text : withoutParticle(text);
  const isSubject = SUBJECT_OF_ONE.test(text) && endsNoun(text, 1) && !ENDS_IN_I.has(text);
  return stem.length > 1 || AFTER_ONE.test(text) || isSubject || !HANGUL_END.test(text) ? stem : text;
}

/** A noun of one syllable as a subject, or another noun of two. */
const SUBJECT = /^.[이가]$/u;
/** Nearly every syllable is a word of some kind: a noun shows itself by its particles. */
const LEAST_MARKED = 2;

function isOftenMarked(places: readonly Phrase[]): boolean {
  return places.filter(({ words }) => stemOf(words.at(-1) ?? "") !== words.at(-1)).length >= LEAST_MARKED;
}

/** A particle behind it, or nothing: then it stands before another noun or is one. */
function isNoun({ words, text }: Phrase): boolean {
  const last = words.at(-1) ?? "";
  return NOUN_PARTICLE.test(last) || text.endsWith(last) || stemOf(last) !== last;
}
