import { baseLanguage, type LanguageTag } from "@stele/model";

/** Frequent English function words. */
const ENGLISH = wordSet(
  "the of and to in a is was for on that with it as by at from be are this have has had he she they we you not or an but his her " +
    "were will would their which there been if when who so no do what my our your its than then them into out up about over " +
    "after i all one can could should may did does how where why these those more most some any only also between during",
);

/**
 * Frequent function words of languages in Latin script that translation engines fall into; none of them is an English
 * word, or the whole of a frequent part of names such as `San`.
 */
const OTHERS = wordSet(
  // French, Spanish, Portuguese, Italian
  "le la les des du et est une dans pour que qui sur pas avec ce cette sont nous vous mais " +
    "el los las del y en por para con una más pero como está fue " +
    "os da dos das um uma não em ao foi são mais como pela pelo " +
    "il di che è per della nel sono anche gli alla " +
    // German, Dutch, the Scandinavian languages
    "der das und ist nicht ein eine den dem mit von zu auf für im wird sich auch werden " +
    "het een van niet zijn voor naar wordt ook " +
    "och att det som är inte av til og ikke på med " +
    // Polish, Turkish, Indonesian, Vietnamese
    "się nie jest przez oraz ve bir bu için ile yang dan untuk dengan tidak dari của là không có được và một",
);

/** A sentence of fewer words says too little about its language. */
const LEAST_WORDS = 4;
/** Share of kana from which a text with Han characters is Japanese. Chinese has a の in names of shops at most. */
const KANA_SHARE = 0.1;

/**
 * True where a text in the right script is plainly in another language: Japanese for Chinese, French or German for
 * English. Words of names and quotations, which the source has too, must have been taken out.
 */
export function isThirdLanguage(text: string, language: LanguageTag): boolean {
  const base = baseLanguage(language);
  if (base === "zh") return isJapanese(text);
  return base === "en" && isOtherLatin(text);
}

function isJapanese(text: string): boolean {
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return kana >= 2 && kana > KANA_SHARE * (kana + han);
}

/** Names have foreign function words in them, as `Rio de la Plata`: only small ones count, and English ones against them. */
function isOtherLatin(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < LEAST_WORDS) return false;
  const english = words.filter((word) => ENGLISH.has(word.toLowerCase())).length;
  const others = words.filter((word) => OTHERS.has(word)).length;
  return others >= 2 && others > 2 * english && others >= words.length / 8;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
