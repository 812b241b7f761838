/** A longer word than this is no word of a language with blanks: there the cut may fall anywhere. */
const LONGEST_WORD = 30;
const LAST_WORD = new RegExp(`(?<=\\S)\\s+\\S{0,${LONGEST_WORD}}$`, "u");

/**
 * A line of at most `length` code units and an ellipsis: cut between two words where blanks divide them, with no mark
 * left before the ellipsis, and never inside a character.
 */
export function shortened(line: string, length: number): string {
  if (line.length <= length) return line;
  const cut = line.slice(0, length).replace(/\p{Surrogate}$/u, "");
  const whole = /^\s/u.test(line.slice(length)) ? cut : cut.replace(LAST_WORD, "");
  return `${whole.replace(/[\s\p{P}]+$/u, "")}…`;
}
