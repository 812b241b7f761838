/** Code units a piece, where nobody says. */
const PIECE = 1 << 16;

/** A text in pieces of some length, never cut between the halves of a character; for what would need it all at once. */
export function* cutText(text: string, length = PIECE): Generator<string, void, undefined> {
  for (let from = 0; from < text.length; ) {
    const to = from + length;
    const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) && to < text.length;
    const end = isHalf ? to + 1 : to;
    yield text.slice(from, end);
    from = end;
  }
}
