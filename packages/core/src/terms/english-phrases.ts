import type { Phrase, PhraseRules } from "./phrase.ts";

/** Behind these a noun stands. */
const BEFORE_NOUN = new Set(
  (
    "a an the this these those its his her their our my your every each no any some both of in on at for with " +
    "from by into onto through between without about against under over behind per"
  ).split(" "),
);

/** Words that neither begin nor end a term. */
const FILLERS = new Set([
  ...BEFORE_NOUN,
  ...(
    "that and or but nor to after before as if than because while until since is are was were be been being am has have had " +
    "do does did will would can could may might must shall should not never it he she him them they we us you i me who " +
    "whom whose which what when where why how all few more most other such only own same so too very also there here " +
    "then now just even still yet again once out up down off away back around said says say told added asked made make " +
    "took take got get went go goes going came come one two three four five six seven eight nine ten last next first " +
    "second third new old many much several another less least about almost only day days week weeks month months year " +
    "years today yesterday tomorrow morning evening monday tuesday wednesday thursday friday saturday sunday january " +
    "february march april june july august september october november december mr mrs ms dr prof jan feb mar apr jun " +
    "jul aug sept sep oct nov dec p.m a.m percent million billion thousand hundred thing things something anything " +
    "nothing nobody everyone anyone none people time times it's i'm don't didn't else like don’t it’s let let’s let's"
  ).split(" "),
]);
/** Lower-case words inside a name: Ministry of Transport. */
const INSIDE_NAME = new Set(["of", "the", "and", "for", "de", "la", "van", "von"]);
const FIGURE = /^[\d.,:%/-]+$/u;
const CAPITAL = /^\p{Lu}/u;
const PAST = /..ed$/u;
const VERB = /..(?:ed|ing)$/u;
const ADVERB = /..ly$/u;

/** English: names by their capitals, other nouns by what stands beside them. */
export const ENGLISH_PHRASES: PhraseRules = {
  mostWords: 5,
  canBeTerm: (words) => {
    const [first = "", last = ""] = [words[0], words.at(-1)];
    if (isFiller(first) || isFiller(last) || words.join("").length < 3) return false;
    const inside = words.slice(1, -1);
    if (isName(words)) return inside.every((word) => CAPITAL.test(word) || INSIDE_NAME.has(word));
    return words.length < 4 && inside.every((word) => word === "of" || !isFiller(word));
  },
  shown: (text) => text.replace(/['’]s?$/u, ""),
  plain: (text) => text.toLowerCase(),
  key: (shown) => singular(shown.toLowerCase()),
  judge: ({ places }) => {
    if (places.some((place) => isName(place.words) && !place.isFirst)) return "name";
    if (!places.some(isNounPhrase)) return "never";
    return places.some(({ words }) => words.length > 1) ? "name" : "word";
  },
};

function isFiller(word: string): boolean {
  const lower = word.toLowerCase();
  return FILLERS.has(lower) || FIGURE.test(word) || (ADVERB.test(lower) && !CAPITAL.test(word));
}

/** Every word has a capital but small ones inside. */
function isName(words: readonly string[]): boolean {
  return words.every((word) => CAPITAL.test(word) || INSIDE_NAME.has(word));
}

/** Behind an article or a preposition, and nothing behind it that could be the noun it only describes. */
function isNounPhrase({ before, after, words }: Phrase): boolean {
  const opens = before !== undefined && (BEFORE_NOUN.has(before.toLowerCase()) || FIGURE.test(before));
  const ends = after === undefined || isFiller(after) || PAST.test(after);
  return opens && ends && (words.length === 1 || !VERB.test(words.at(-1) ?? ""));
}

/** The last word in the singular, by its spelling alone: only to compare. */
function singular(text: string): string {
  return text.replace(/(?<=[a-z]{2})ies$/u, "y").replace(/(?<=[a-z]{2}(?:s|x|z|ch|sh))es$|(?<=[a-z]{2}[^aius])s$/u, "");
}
