/** After a closing mark of a sentence in any of the three languages, with quotes and blanks that follow it. */
const SENTENCE_END = /(?<=[.!?。！？…]["'”’」』）)]*)\s+|(?<=[。！？…]["'”’」』）)]*)(?=\S)/u;

/**
 * Cuts a text too long for any request at sentence ends, into as few parts as `fits` allows; one part alone where it
 * cannot be cut small enough. What fits must fit when shortened, too.
 */
export function splitLongText(text: string, fits: (part: string) => boolean): readonly string[] {
  const sentences = text.split(SENTENCE_END).filter((part) => part !== "");
  const parts: string[] = [];
  for (let from = 0; from < sentences.length; ) {
    const count = mostThatFit(sentences.length - from, (some) => fits(sentences.slice(from, from + some).join(" ")));
    parts.push(sentences.slice(from, from + count).join(" "));
    from += count;
  }
  return parts.every(fits) ? parts : [text];
}

/** The largest number up to `most` that fits, at least 1; doubled, then halved in, since a test reads all of it. */
function mostThatFit(most: number, fits: (count: number) => boolean): number {
  let low = 1;
  let high = 2;
  while (high <= most && fits(high)) [low, high] = [high, 2 * high];
  high = Math.min(high, most + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
