import type { Candidate } from "./candidates.ts";
import type { Equivalent } from "./equivalent.ts";

/** Fitted by tools/fit/fit-terms.ts on tests/gold/terms (docs/accuracy.md). */
const JUDGE: readonly number[] = [-4.85, 2.48, 2.91, 1.86, 2.04, -4.52, -1.76, -1.86];

/** From where on a phrase is proposed, and from where on it is named beside a better one. */
export const LEAST_LIKENESS = 0.25;
const LEAST_BESIDE = 0.1;

/** How probable it is that a phrase is a term's equivalent, by a logistic function of its features. */
export function likenessOf({ features }: Pick<Candidate, "features">, judge: readonly number[] = JUDGE): number {
  const sum = judge.reduce((total, weight, k) => total + weight * (features[k] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The likely ones, the best first; none where the best is doubtful. */
export function judgeEquivalents(candidates: readonly Candidate[]): readonly Equivalent[] {
  const judged = candidates
    .map(
      (one): Equivalent => ({
        target: one.target,
        count: one.count,
        likeness: likenessOf(one),
        from: "aligned",
        example: one.example,
      }),
    )
    .sort((a, b) => b.likeness - a.likeness || b.target.length - a.target.length);
  const [best] = judged;
  if (best === undefined || best.likeness < LEAST_LIKENESS) return [];
  return judged.filter(({ likeness }) => likeness >= LEAST_BESIDE);
}
