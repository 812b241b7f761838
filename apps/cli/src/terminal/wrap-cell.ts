import stringWidth from "string-width";

/** What may be broken off from its left neighbour: a run between blanks, and each wide character. */
const PIECES =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\u2014\u2026\u201c\u201d\u2018\u2019]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\u2014\u2026\u201c\u201d\u2018\u2019]+/gu;
/** Marks that do not begin a line (closing ones), and marks that do not end one (opening ones). */
const CLOSES = /^[)\]}>,.;:!?%、。，．；：！？）］｝〉》」』】〕”’…—]/u;
const OPENS = /[([{<（［｛〈《「『【〔“‘]$/u;
const HAN_SIDE = /\p{Script=Han}/u;

/** Breaks a text into lines of at most `width` columns; a word longer than that is cut. */
export function wrapCell(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of unbreakable(text)) {
    if (stringWidth(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trimEnd());
    const cut = cutToWidth(piece.trimStart(), width);
    lines.push(...cut.slice(0, -1));
    line = cut.at(-1) ?? "";
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Fills up to `width` columns with blanks. */
export function padCell(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Pieces with the marks that must stay with them. A quotation mark stays with the side it stands against. */
function unbreakable(text: string): readonly string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    const last = pieces.at(-1);
    const sticks = last !== undefined && (CLOSES.test(piece) || OPENS.test(last) || isMixedWord(last, piece));
    if (sticks && !/\s$/.test(last)) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** Curly marks inside Latin words (`don’t`) hold the word together. */
function isMixedWord(before: string, after: string): boolean {
  return /[’‘—]$/u.test(before) && !HAN_SIDE.test(before) && !HAN_SIDE.test(after) && /^\S/.test(after);
}

function cutToWidth(piece: string, width: number): readonly string[] {
  if (stringWidth(piece) <= width) return [piece];
  const lines: string[] = [];
  let line = "";
  for (const { segment } of new Intl.Segmenter().segment(piece)) {
    if (line !== "" && stringWidth(line + segment) > width) {
      lines.push(line);
      line = "";
    }
    line += segment;
  }
  return [...lines, line];
}
