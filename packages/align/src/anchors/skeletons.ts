const HANGUL_FIRST = 0xac00;
const HANGUL_COUNT = 11172;
const PER_ONSET = 588;
const PER_FINAL = 28;
/** A shorter skeleton is found in too many words by chance. */
const LEAST_SOUNDS = 4;
const LONGEST_NAME = 10;
/** Ways to read one Latin name: beyond these the rarer ones are left out. */
const MOST_READINGS = 8;

/**
 * Sounds that Korean writes alike when it hears a foreign name (the classes of the Loanword Orthography of 1986): K for
 * k and g, T for t and d, P for p, b, f and v, S for s and sh, J for j, ch and z, L for l and r, and M, N, H.
 */
const ONSETS = ["K", "K", "N", "T", "T", "L", "M", "P", "P", "S", "S", "", "J", "J", "J", "K", "T", "P", "H"] as const;
const FINALS: Readonly<Record<number, string>> = { 1: "K", 4: "N", 7: "T", 8: "L", 16: "M", 17: "P", 19: "S", 21: "N" };

/** Longer spellings first; a second reading where English knows two. An r that no vowel follows is not heard. */
const SPELLINGS: readonly (readonly [spelling: RegExp, readings: readonly string[]])[] = [
  [/^(?:tsch|tch|dge)/u, ["J"]],
  [/^sch/u, ["S"]],
  [/^(?:ch|cz)/u, ["J", "K"]],
  [/^(?:sh|ss)/u, ["S"]],
  [/^th/u, ["S", "T"]],
  [/^(?:ph|pp|bb|ff)/u, ["P"]],
  [/^gh(?![aeiou])/u, [""]],
  [/^(?:ck|cc|qu?|kk|kh|gg|gh)/u, ["K"]],
  [/^(?:tt|dd|dt)/u, ["T"]],
  [/^(?:ng|nn)(?![aeiou])/u, ["N"]],
  [/^x/u, ["KS", "S"]],
  [/^c(?=[eiy])/u, ["S"]],
  [/^g(?=[eiy])/u, ["J", "K"]],
  [/^s/u, ["S", "J"]],
  [/^r(?![aeiouy])/u, ["", "L"]],
  [/^[ckg]/u, ["K"]],
  [/^[td]/u, ["T"]],
  [/^[pbfv]/u, ["P"]],
  [/^[jz]/u, ["J"]],
  [/^[lr]/u, ["L"]],
  [/^m/u, ["M"]],
  [/^n/u, ["N"]],
  [/^h(?=[aeiouy])/u, ["H"]],
];

/** What the capitalised words of an English text may sound like in Korean: their consonants as classes. */
export function latinSkeletons(text: string): Set<string> {
  const found = new Set<string>();
  for (const [name] of text.normalize("NFD").matchAll(/\p{Lu}[\p{Ll}\p{M}]{2,}/gu)) {
    for (const skeleton of readLatin(name.replaceAll(/\p{M}/gu, "").toLowerCase())) keep(found, skeleton);
  }
  return found;
}

function readLatin(name: string): readonly string[] {
  let readings = [""];
  for (let at = 0; at < name.length; ) {
    const rest = name.slice(at);
    const known = SPELLINGS.find(([spelling]) => spelling.test(rest));
    const sounds = known?.[1] ?? [""];
    at += known?.[0].exec(rest)?.[0].length ?? 1;
    readings = readings.flatMap((before) => sounds.map((sound) => before + sound)).slice(0, MOST_READINGS);
  }
  return readings;
}

/** The same of a Korean text: of each word every beginning, since particles follow without a blank. */
export function hangulSkeletons(text: string): Set<string> {
  const found = new Set<string>();
  for (const [word] of text.matchAll(/[가-힣]{2,}/gu)) {
    let skeleton = "";
    for (const syllable of word.slice(0, LONGEST_NAME)) {
      skeleton += readSyllable(syllable.charCodeAt(0) - HANGUL_FIRST);
      keep(found, skeleton);
    }
  }
  return found;
}

function readSyllable(code: number): string {
  if (code < 0 || code >= HANGUL_COUNT) return "";
  return (ONSETS[Math.floor(code / PER_ONSET)] ?? "") + (FINALS[code % PER_FINAL] ?? "");
}

/** 밀라 writes one l twice: neighbours of one class are one sound. */
function keep(found: Set<string>, skeleton: string): void {
  const sounds = skeleton.replaceAll(/(.)\1+/gu, "$1");
  if (sounds.length >= LEAST_SOUNDS) found.add(sounds);
}
