/** Code units a piece: a row a short line would cost more than the line. */
const PIECE = 1 << 16;

/** Short texts joined to pieces of some length, which need less of everything; at least one. */
export function* inPieces(texts: Iterable<string>): Generator<string, void, undefined> {
  let piece: string[] = [];
  let length = 0;
  for (const text of texts) {
    piece.push(text);
    length += text.length;
    if (length < PIECE) continue;
    yield piece.join("");
    piece = [];
    length = 0;
  }
  yield piece.join("");
}
