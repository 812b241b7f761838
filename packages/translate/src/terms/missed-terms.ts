import type { Span } from "@stele/model";
import type { Term } from "../contract.ts";
import { isKoreanVerb } from "./korean-verb.ts";
import { placesOf, type TermUse } from "./places-of-term.ts";
import type { TermTools } from "./term-tools.ts";

/**
 * The terms that stand in the source and none of whose translations stands in the target, in either script of Chinese
 * and any width of letters. A term inside a longer one does not count: where `relief valve` is a term, its `valve` is
 * none; nor does what is a part of another word (이사 in 이사회). The translation is looked for in any form of it.
 */
export function missedTerms(
  source: string,
  target: string,
  { terms, tools }: { readonly terms: readonly Term[]; readonly tools: TermTools },
): readonly Term[] {
  if (terms.length === 0) return [];
  const [from, to] = [plain(source, tools), plain(target, tools)];
  let rest = from;
  const found: Term[] = [];
  for (const term of terms.toSorted((a, b) => b.source.length - a.source.length)) {
    const { source: own, use, isVerb } = wantedOf(term, tools);
    const places = placesOf(rest, own, use).filter((place) => isWhole(from, place, { tools, isVerb }));
    if (places.length > 0) found.push(term);
    for (const { start, end } of places)
      rest = `${rest.slice(0, start)}${"\u0000".repeat(end - start)}${rest.slice(end)}`;
  }
  return found.filter((term) => wantedOf(term, tools).targets.every((one) => placesOf(to, one, "any").length === 0));
}

/** As texts are compared. */
function plain(text: string, tools: TermTools): string {
  return tools.simplify(text.normalize("NFKC")).replaceAll(/[‧•・]/gu, "·");
}

/** A term as it is looked for. */
interface Wanted {
  readonly source: string;
  readonly targets: readonly string[];
  readonly use: TermUse;
  readonly isVerb: boolean;
}

/** Terms come again with every piece. */
const wanted = new WeakMap<TermTools, WeakMap<Term, Wanted>>();

function wantedOf(term: Term, tools: TermTools): Wanted {
  const own = wanted.get(tools) ?? new WeakMap<Term, Wanted>();
  wanted.set(tools, own);
  const made = own.get(term) ?? {
    source: plain(term.source, tools),
    targets: [term.target, ...(term.accepted ?? [])].map((one) => plain(one, tools)),
    use: isKoreanVerb(term.target) ? "verb" : "noun",
    isVerb: isKoreanVerb(term.source),
  };
  own.set(term, made);
  return made;
}

const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;

/** Whether a place is no part of a longer word; behind a verb its endings stand. */
function isWhole(
  text: string,
  place: Span,
  { tools, isVerb }: { readonly tools: TermTools; readonly isVerb: boolean },
): boolean {
  const [first, last] = [text.charAt(place.start), text.charAt(place.end - 1)];
  if (HANGUL.test(first) && HANGUL.test(text.charAt(place.start - 1))) return false;
  if (HANGUL.test(last)) return isVerb || tools.endsNoun(text, place.end);
  return !(HAN.test(first) || HAN.test(last)) || !isCut(place, tools.chineseWords(text));
}

/** Whether a border of the place lies inside a word. */
function isCut({ start, end }: Span, words: readonly Span[]): boolean {
  return words.some((word) => [start, end].some((border) => word.start < border && border < word.end));
}
