import { irregularForms, isCompared, pastForms, verbsOf } from "./irregular-forms.ts";

/** Shorter words have no endings ("as", "is", "bus"), but for a few verbs: go, do. */
const SHORTEST = 3;
const VOWEL = /[aeiouy]/;

/** Endings, and what may have stood in their place. */
const ENDINGS: readonly (readonly [ending: string, others: readonly string[]])[] = [
  ["s", [""]],
  ["es", [""]],
  ["ies", ["y"]],
  ["ed", ["", "e"]],
  ["ied", ["y"]],
  ["ing", ["", "e"]],
  ["ying", ["ie"]],
  ["er", ["", "e"]],
  ["ier", ["y"]],
  ["est", ["", "e"]],
  ["iest", ["y"]],
];

const DOUBLED = /([bdfgklmnprtvz])\1$/;
/** One vowel letter before the last consonant, which then is doubled: plan, planned; quit, quitting. */
const SHORT = /(?:^|[^aeiou]|qu)[aeiouy][bdfgklmnprtvz]$/;
const ONE_SYLLABLE = /^(?:[^aeiouy]*|qu)[aeiouy][^aeiouy]+$/;

/**
 * An English word with the other forms of the same word, itself first: bridges, bridge, bridged, bridging. Forms that
 * nobody uses may be among them ("sheeped"); they find nothing. Takes a folded word.
 */
export function formsOf(word: string): readonly string[] {
  const regular = basesOf(word).filter((base) => base === word || inflect(base).includes(word));
  const forms = [...regular, ...verbsOf(word)].flatMap((base) => [...inflect(base), ...pastForms(base)]);
  return [...new Set([word, ...irregularForms(word), ...regular.flatMap(irregularForms), ...forms])];
}

/** A shorter stem is another word: news, lens. */
const LEAST_SINGULAR = 4;

/** An English noun in both numbers, itself first. Takes a folded word. */
export function nounFormsOf(word: string): readonly string[] {
  const singular = basesOf(word).find(
    (base) => base !== word && base.length >= LEAST_SINGULAR && pluralOf(base) === word,
  );
  return [...new Set([word, singular ?? word, pluralOf(singular ?? word), ...irregularForms(word)])];
}

/** What a word may be a form of, the word itself among them. */
function basesOf(word: string): readonly string[] {
  const bases = [word];
  for (const [ending, others] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    bases.push(...others.map((other) => stem + other));
    if (DOUBLED.test(stem)) bases.push(stem.slice(0, -1));
  }
  return bases.filter((base) => (base.length >= SHORTEST || pastForms(base).length > 0) && VOWEL.test(base));
}

function inflect(base: string): readonly string[] {
  const endings = isCompared(base) ? ["ed", "ing", "er", "est"] : ["ed", "ing"];
  return [base, pluralOf(base), ...endings.flatMap((ending) => withEnding(base, ending))];
}

function pluralOf(base: string): string {
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}${takesEs(base) ? "es" : "s"}`;
}

function takesEs(base: string): boolean {
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(base);
}

/** Words of several syllables may double their last consonant or not: visited, admitted. */
function withEnding(base: string, ending: string): readonly string[] {
  const isBeforeI = ending.startsWith("i");
  if (/[^aeiou]y$/.test(base) && !isBeforeI) return [`${base.slice(0, -1)}i${ending}`];
  if (base.endsWith("ie") && isBeforeI) return [`${base.slice(0, -2)}y${ending}`];
  if (base.endsWith("e")) return [(/[eoy]e$/.test(base) && isBeforeI ? base : base.slice(0, -1)) + ending];
  if (!SHORT.test(base)) return [base + ending];
  const doubled = base + base.slice(-1) + ending;
  return ONE_SYLLABLE.test(base) ? [doubled] : [base + ending, doubled];
}
