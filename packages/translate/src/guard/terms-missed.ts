import type { Term } from "../contract.ts";
import { occursIn } from "../glossary.ts";

/**
 * The terms that stand in the source and whose translation does not stand in the target. A term inside a longer one
 * does not count: where `relief valve` is a term, its `valve` is none.
 */
export function missedTerms(source: string, target: string, terms: readonly Term[]): readonly Term[] {
  const lowerTarget = target.toLowerCase();
  let rest = source.toLowerCase();
  const found: Term[] = [];
  for (const term of terms.toSorted((a, b) => b.source.length - a.source.length)) {
    const lower = term.source.toLowerCase();
    if (!occursIn(rest, lower)) continue;
    found.push(term);
    rest = rest.replaceAll(lower, "\u0000".repeat(lower.length));
  }
  return found.filter((term) => !lowerTarget.includes(term.target.toLowerCase()));
}
