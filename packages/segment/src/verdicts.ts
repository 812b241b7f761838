/** What a rule says of a candidate; its name is the rule's in docs/segmentation.md. */
export interface Verdict {
  readonly rule: string;
  readonly isBoundary: boolean;
}

/** A rule that ends the sentence. */
export function ends(rule: string): Verdict {
  return { rule, isBoundary: true };
}

/** A rule that goes on with the sentence. */
export function goesOn(rule: string): Verdict {
  return { rule, isBoundary: false };
}
