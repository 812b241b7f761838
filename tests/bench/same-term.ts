import { placesOfTerm } from "@stele/translate";

/** Whether two writings are one term: each found in the other. */
export function isSameTerm(one: string, other: string): boolean {
  const covers = (text: string, term: string): boolean =>
    placesOfTerm(text, term).some(({ start, end }) => start === 0 && end === text.length);
  return covers(one, other) || covers(other, one);
}
