import { unitsOf } from "./text-units.ts";

/** What of a query the index knows: a word, a figure, or an unbroken run of Chinese or Korean. */
export interface QueryPart {
  readonly kind: "word" | "figure" | "run";
  readonly text: string;
  /** Where it begins in the folded query. */
  readonly start: number;
}

/** The ending of a dictionary form; of two syllables it may be a noun (바다). */
const DICTIONARY_FORM = /^\p{Script=Hangul}{2,}다$/u;

/** The parts of a folded query in order. */
export function partsOf(folded: string): readonly QueryPart[] {
  const parts: QueryPart[] = [];
  for (const { kind, text, start } of unitsOf(folded)) {
    const last = parts.at(-1);
    const goesOn = last?.kind === "run" && last.start + last.text.length === start;
    if (kind !== "character") parts.push({ kind, text, start });
    else if (goesOn) parts[parts.length - 1] = { ...last, text: last.text + text };
    else parts.push({ kind: "run", text, start });
  }
  return parts;
}

/** A Korean verb's dictionary form without its ending: 달리다 is found as 달리는 and 달리고 too. */
export function stemOf(run: string): string {
  return DICTIONARY_FORM.test(run) ? run.slice(0, -1) : run;
}
