import { jamoOf } from "@stele/model/hangul";
import { PARTICLES } from "./korean-particles.ts";

/** A shorter skeleton is found in too many words by chance; one more is asked for where the name may go on. */
export const LEAST_SOUNDS = 3;
const LONGEST_NAME = 10;
/** Ways to read one name: beyond these the rarer ones are left out. */
const MOST_READINGS = 16;

/**
 * Sounds that Korean writes alike when it hears a foreign name (the classes of the Loanword Orthography of 1986): K for
 * k and g, T for t and d, P for p, b, f and v, S for s and sh, J for j, ch and z, L for l and r, and M, N, H. A final ㅅ
 * stands for t.
 */
const ONSETS = ["K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "J", "J", "J", "K", "T", "P", "H"] as const;
const CODAS: Readonly<Record<number, string>> = { 1: "K", 4: "N", 7: "T", 8: "L", 16: "M", 17: "P", 19: "T", 21: "N" };

/** Letters whose marks tell another sound, and those that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  č: "ch",
  ć: "ch",
  š: "sh",
  ś: "sh",
  ş: "sh",
  ž: "zh",
  ç: "s",
  ł: "l",
  ß: "ss",
  þ: "th",
  ð: "d",
};

/** Longer spellings first; a second reading where languages differ. An r that no vowel follows is often not heard. */
const SPELLINGS: readonly (readonly [spelling: string, readings: readonly string[]])[] = [
  ["tsch|tch|dge|[td]?zh|cc(?=[eiy])", ["J"]],
  ["[td]s(?!h)", ["J", "TS"]],
  ["[td]z", ["J", "TJ"]],
  ["s(?:ch|h|s|z|c(?=[eiy]))", ["S"]],
  ["ch|cz|c$", ["J", "K"]],
  ["th", ["S", "T"]],
  ["ph|pp|bb|ff", ["P"]],
  ["gh(?![aeiou])", [""]],
  ["gn", ["KN", "N"]],
  ["kn", ["N", "KN"]],
  ["kh", ["K", "H"]],
  ["ck|cc|qu?|kk|gg|gh", ["K"]],
  ["tt|dd|dt", ["T"]],
  ["(?:ng|nn)(?![aeiou])", ["N"]],
  ["x", ["KS", "S"]],
  ["c(?=[eiy])", ["S", "J"]],
  ["g(?=[eiy])", ["J", "K"]],
  ["s(?=[ptkc])", ["S"]],
  ["s", ["S", "J"]],
  ["r(?![aeiouy])", ["", "L"]],
  ["l(?=[kmn])", ["L", ""]],
  ["wh", ["H", ""]],
  ["w", ["", "P"]],
  ["z", ["J", "S"]],
  ["j", ["J", ""]],
  ["[ckg]", ["K"]],
  ["[td]", ["T"]],
  ["[pbfv]", ["P"]],
  ["[lr]", ["L"]],
  ["m", ["M"]],
  ["n", ["N"]],
  ["h(?=[aeiouy])", ["H"]],
];

/** All of them, a group each; letters that none holds are not heard. */
const SPELLING = new RegExp(SPELLINGS.map(([spelling]) => `(${spelling})`).join("|"), "gu");

/** What the capitalised words of an English text may sound like elsewhere: their consonants as classes. */
export function latinSkeletons(text: string): Set<string> {
  const found = new Set<string>();
  for (const [name] of text.normalize("NFC").matchAll(/\p{Lu}(?:[\p{L}\p{M}]|['’](?=\p{Lu}))+/gu)) {
    const spelt = name.toLowerCase().replaceAll(/[čćšśşžçłßþð]/gu, (letter) => LETTERS[letter] ?? "");
    const readings = readLatin(spelt.normalize("NFD").replaceAll(/[^a-z]/gu, ""));
    for (const sounds of readings) if (sounds.length >= LEAST_SOUNDS) found.add(sounds);
  }
  return found;
}

function readLatin(name: string): readonly string[] {
  let readings: readonly string[] = [""];
  for (const match of name.matchAll(SPELLING)) {
    const spelling = match.findIndex((group, at) => at > 0 && group !== undefined) - 1;
    readings = extendReadings(readings, SPELLINGS[spelling]?.[1] ?? [""]);
  }
  return readings;
}

/** What follows a name of few sounds without a blank. */
const AFTER_NAME = new RegExp(`^(?:씨|군|양|주|시|인|어|측|사|당)?(?:들)?(?:${PARTICLES})?$`, "u");

/** The same of a Korean text: of each word every beginning, since particles follow without a blank. */
export function hangulSkeletons(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[가-힣]{2,}/gu)) {
    let readings: readonly string[] = [""];
    for (const [at, syllable] of Array.from(word.slice(0, LONGEST_NAME)).entries()) {
      readings = extendReadings(readings, readSyllable(syllable, at));
      const rest = word.slice(at + 1);
      const isEnough = ({ length }: string): boolean =>
        length > LEAST_SOUNDS || (length === LEAST_SOUNDS && AFTER_NAME.test(rest));
      for (const sounds of readings) if (isEnough(sounds)) found.add(sounds);
    }
  }
  return found;
}

/** Where English and Chinese leave an r out, Korean may write 르. */
function readSyllable(syllable: string, at: number): readonly string[] {
  if (syllable === "르" && at > 0) return ["L", ""];
  const jamo = jamoOf(syllable);
  return [jamo === undefined ? "" : (ONSETS[jamo.onset] ?? "") + (CODAS[jamo.coda] ?? "")];
}

/** What is read so far, followed by each of the sounds. */
export function extendReadings(readings: readonly string[], sounds: readonly string[]): readonly string[] {
  const [first] = readings;
  const [only] = sounds;
  if (first !== undefined && only !== undefined && readings.length * sounds.length === 1) return [append(first, only)];
  const all = new Set(readings.flatMap((before) => sounds.map((sound) => append(before, sound))));
  return [...all].slice(0, MOST_READINGS);
}

/**
 * Neighbours of one class are one sound, since 밀라 writes one l twice. An m that Chinese can only write as n (朗普 for
 * Trump) is one with it.
 */
function append(before: string, sounds: string): string {
  let out = before;
  for (const sound of sounds) {
    const last = out.charAt(out.length - 1);
    if (last === "M" && sound === "P") out = `${out.slice(0, -1)}N`;
    if (last === "N" && sound === "M") out = out.slice(0, -1);
    if (!out.endsWith(sound)) out += sound;
  }
  return out;
}
