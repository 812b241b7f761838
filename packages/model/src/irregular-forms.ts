import verbs from "english-verbs-irregular/dist/verbs.json" with { type: "json" };
import plurals from "irregular-plurals";

/** Forms that neither list of the two packages has. */
const OTHERS: readonly (readonly string[])[] = [
  ["be", "am", "is", "are", "was", "were", "been", "being"],
  ["have", "has", "had", "having"],
  ["good", "better", "best"],
  ["bad", "worse", "worst"],
  ["far", "farther", "further", "farthest", "furthest"],
  ["little", "less", "least"],
  ["many", "more", "most"],
];

/** Adjectives of one or two syllables that are compared by endings. */
const COMPARED = `big bright broad cheap clean clear close cold cool dark deep dry early easy fast few fine fresh great
  happy hard heavy high hot large late light long loud low narrow near new nice old poor quick rich safe sharp short
  simple slow small soft strong tall thick thin tight warm weak wet wide wild young`;

/** Whether an adjective is compared by endings: larger, largest. */
export function isCompared(word: string): boolean {
  return ADJECTIVES.has(word);
}

/**
 * What no rule makes of a noun or an adjective, from each of its forms: foot, feet; fisherman, fishermen; good, better,
 * best.
 */
export function irregularForms(word: string): readonly string[] {
  const group = GROUPS.get(word);
  if (group !== undefined) return group;
  const first = COMPOUND.exec(word)?.[1];
  return first === undefined ? [] : [`${first}man`, `${first}men`];
}

/** The past forms of a verb that no rule makes: went, gone. */
export function pastForms(verb: string): readonly string[] {
  return PASTS.get(verb) ?? [];
}

/** The verbs of which a word is a past form that no rule makes: lay is one of lie. */
export function verbsOf(form: string): readonly string[] {
  return VERBS.get(form) ?? [];
}

/** Fisherman: other words may stand before man. */
const COMPOUND = /^(.{2,})m[ae]n$/;
const ADJECTIVES: ReadonlySet<string> = new Set(COMPARED.split(/\s+/));
const PASTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly (readonly string[])[]>(verbs).map(([verb, forms]) => [verb, forms.flat()]),
);
const VERBS = byForm([...PASTS].flatMap(([verb, forms]) => forms.map((form) => [form, [verb]])));
const GROUPS = byForm(
  [...plurals, ...OTHERS]
    .filter(([one, other]) => one !== other)
    .flatMap((group) => group.map((form) => [form, group] as const)),
);

/** A form may belong to several words: the entries of each are joined. */
function byForm(
  entries: readonly (readonly [form: string, words: readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>();
  for (const [form, more] of entries) words.set(form, [...(words.get(form) ?? []), ...more]);
  return words;
}
