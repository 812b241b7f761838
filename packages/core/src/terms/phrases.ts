import { type BaseLanguage, baseLanguage, type LanguageTag } from "@stele/model";

/** Most words a phrase has; unknown Chinese names fall apart into single characters. */
const MOST_WORDS: Readonly<Record<BaseLanguage, number>> = { en: 3, ko: 3, zh: 6 };

/** Words that neither begin nor end a term. */
const ENGLISH_FILLERS = new Set(
  (
    "a an the this that these those and or but nor of in on at by for with from to into over under after before as if " +
    "is are was were be been being has have had do does did will would can could may might must shall should not no " +
    "it its he his she her they their them we our us you your i my me who whom which what when where why how all any " +
    "both each few more most other some such only own same so than too very also there here then now said says one two"
  ).split(" "),
);

/** Particles and endings that follow a Korean noun, the longest first. */
const KOREAN_ENDINGS =
  /(?:으로부터|에서부터|이라고|에서는|에게서|으로서|으로써|이라는|이었다|로부터|까지는|에서|에게|으로|이다|라고|라는|부터|까지|처럼|보다|마다|조차|밖에|하고|이나|들은|들이|들을|들의|은|는|이|가|을|를|의|에|로|와|과|도|만|나|야)$/u;
/** What ends a Korean predicate: no term. */
const KOREAN_PREDICATE = /(?:다|요|죠|까|며|고|서|면|지만|는데|했던|하는|된|한|할|될|하기|했다|된다)$/u;

const HAN_FILLERS = new Set(
  "的 了 在 是 和 与 及 或 也 都 就 而 但 把 被 对 从 到 为 以 于 着 过 将 这 那 其 之".split(" "),
);

/** The phrases of a text that could be a term or a part of its translation, in the order in which they stand. */
export function phrasesIn(text: string, language: LanguageTag): readonly string[] {
  return PHRASES[baseLanguage(language)](text);
}

const PHRASES: Readonly<Record<BaseLanguage, (text: string) => readonly string[]>> = {
  en: (text) =>
    runs(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.&-]*(?<![.'’-])|[^\s\p{L}\p{N}]/gu) ?? [], {
      glue: " ",
      most: MOST_WORDS.en,
      isTerm: isEnglishTerm,
    }),
  ko: (text) =>
    runs(text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [], {
      glue: " ",
      most: MOST_WORDS.ko,
      isTerm: isKoreanTerm,
    }).map(withoutEnding),
  zh: (text) =>
    runs(
      [...new Intl.Segmenter("zh", { granularity: "word" }).segment(text)].map(({ segment }) => segment),
      { glue: "", most: MOST_WORDS.zh, isTerm: isChineseTerm },
    ),
};

interface RunRules {
  readonly glue: string;
  readonly most: number;
  readonly isTerm: (words: readonly string[]) => boolean;
}

/** Every run of words that is a term; marks end a run. */
function runs(words: readonly string[], { glue, most, isTerm }: RunRules): string[] {
  const found: string[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (let end = start + 1; end <= Math.min(words.length, start + most); end += 1) {
      const run = words.slice(start, end);
      if (run.some((word) => !/[\p{L}\p{N}]/u.test(word))) break;
      if (isTerm(run)) found.push(run.join(glue));
    }
  }
  return found;
}

function isEnglishTerm(words: readonly string[]): boolean {
  const isFiller = (word: string | undefined): boolean => ENGLISH_FILLERS.has((word ?? "").toLowerCase());
  return !isFiller(words[0]) && !isFiller(words.at(-1)) && words.join("").length > 2 && /\p{L}/u.test(words.join(""));
}

function isKoreanTerm(words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  const isNounLike =
    !KOREAN_PREDICATE.test(withoutEnding(last)) && words.slice(0, -1).every((word) => word === withoutEnding(word));
  return isNounLike && withoutEnding(words.join(" ")).replaceAll(" ", "").length > 1 && /\p{L}/u.test(last);
}

function withoutEnding(phrase: string): string {
  const stem = phrase.replace(KOREAN_ENDINGS, "");
  return stem.length > 1 ? stem : phrase;
}

function isChineseTerm(words: readonly string[]): boolean {
  const isFiller = (word: string | undefined): boolean => HAN_FILLERS.has(word ?? "");
  return !isFiller(words[0]) && !isFiller(words.at(-1)) && words.join("").length > 1 && /\p{L}/u.test(words.join(""));
}
