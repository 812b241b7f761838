import type { Term } from "../contract.ts";
import { placesOfTerm } from "../places-of-term.ts";

/**
 * The terms that stand in the source and none of whose translations stands in the target. A term inside a longer one
 * does not count: where `relief valve` is a term, its `valve` is none.
 */
export function missedTerms(source: string, target: string, terms: readonly Term[]): readonly Term[] {
  let rest = source;
  const found: Term[] = [];
  for (const term of terms.toSorted((a, b) => b.source.length - a.source.length)) {
    const places = placesOfTerm(rest, term.source);
    if (places.length > 0) found.push(term);
    for (const { start, end } of places)
      rest = `${rest.slice(0, start)}${"\u0000".repeat(end - start)}${rest.slice(end)}`;
  }
  return found.filter((term) =>
    [term.target, ...(term.accepted ?? [])].every((one) => placesOfTerm(target, one).length === 0),
  );
}
