/** After a closing mark of a sentence in any of the three languages, with quotes and blanks that follow it. */
const SENTENCE_END = /(?<=[.!?。！？…]["'”’」』）)]*)\s+|(?<=[。！？…]["'”’」』）)]*)(?=\S)/u;

/**
 * Cuts a text too long for any request at sentence ends, into as few parts as `fits` allows; one part alone where it
 * cannot be cut small enough.
 */
export function splitLongText(text: string, fits: (part: string) => boolean): readonly string[] {
  const parts: string[] = [];
  for (const sentence of text.split(SENTENCE_END).filter((part) => part !== "")) {
    const last = parts.at(-1);
    const joined = last === undefined ? sentence : `${last} ${sentence}`;
    if (last !== undefined && fits(joined)) parts.splice(-1, 1, joined);
    else parts.push(sentence);
  }
  return parts.every(fits) ? parts : [text];
}
