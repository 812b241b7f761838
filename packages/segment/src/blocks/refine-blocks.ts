import type { Block, BlockKind } from "@stele/model";
import { isAt, LETTER, skipBlanks, trimBlanks } from "../characters.ts";
import type { ArticleMarks } from "./article-marks.ts";
import { isComplete } from "./layout.ts";
import { kindOfLine, type LineKind, matches } from "./line-kind.ts";
import { columnsOf } from "./lines.ts";

/** A heading takes no more columns than this. */
const WIDEST_HEADING = 100;
/** How far from an article's beginning a picture may stand whose credit is any name in brackets. */
const EARLY = 4;
/** The longest caption and the longest credit, in code units. */
const LONGEST_CAPTION = 600;
const LONGEST_CREDIT = 60;
const CREDIT_END = /(?:[.!?。！？…]["”’」』]?|[다요임음함])\s*[([（［【]([^()[\]（）［］【】\n]{1,60})[)\]）］】]$/u;

/** A block before its place in the article is known. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind | undefined;
  /** Whether it stands on one line. */
  readonly isOneLine: boolean;
}

/** Gives every piece its kind by what it says and where it stands, and cuts off what opens and closes a report. */
export function refineBlocks(text: string, pieces: readonly Piece[], marks: readonly ArticleMarks[]): Block[] {
  const blocks: Block[] = [];
  let hasProse = false;
  pieces.forEach((piece, index) => {
    const place = { index, isLast: isLastProse(pieces, index), isOnly: pieces.length === 1, hasProse };
    const found = refinePiece(text, piece, { marks, place });
    if (found.some(({ kind }) => kind === "paragraph" || kind === "title")) hasProse = true;
    blocks.push(...found);
  });
  return blocks;
}

/** What a paragraph may turn out to be by its own words; how it is laid out was for its reader to say. */
const OWN_KINDS = ["dateline", "byline", "caption", "signoff"] as const;

/**
 * The blocks that a reader of markup found. Markup knows a list from a quotation, but seldom a date line, a byline, a
 * caption or a sign-off from a paragraph: those are told by their words. A block that has a place in its file is not
 * cut.
 */
export function refineGiven(text: string, given: readonly Block[], marks: readonly ArticleMarks[]): Block[] {
  const pieces = given.map((block) => pieceOf(text, block, marks));
  const kinds = pieces.map(({ kind }, index) => ({ kind: kind ?? given[index]?.kind }));
  return given.flatMap((block, index): Block[] => {
    const piece = pieces[index];
    if (block.kind !== "paragraph" || piece === undefined) return [block];
    const place = { index, isLast: isLastProse(kinds, index), isOnly: given.length === 1, hasProse: true };
    if (block.origin !== undefined)
      return [{ ...block, kind: piece.kind ?? kindOfPiece(text, piece, { marks, place }) }];
    return refinePiece(text, piece, { marks, place }).map((found) => ({ ...block, ...found }));
  });
}

function pieceOf(text: string, { start, end }: Block, marks: readonly ArticleMarks[]) {
  const kind = kindOfLine(text.slice(start, end), marks);
  return { start, end, kind: OWN_KINDS.find((own) => own === kind), isOneLine: false };
}

/** Where a piece stands in the article. */
interface Place {
  readonly index: number;
  /** Whether nothing but sign-offs follows. */
  readonly isLast: boolean;
  readonly isOnly: boolean;
  /** Whether a title or a paragraph stands before. */
  readonly hasProse: boolean;
}

interface Circumstances {
  readonly marks: readonly ArticleMarks[];
  readonly place: Place;
}

function isLastProse(pieces: readonly { readonly kind: BlockKind | LineKind | undefined }[], index: number): boolean {
  for (let i = index + 1; i < pieces.length; i++) if (pieces[i]?.kind !== "signoff") return false;
  return true;
}

function refinePiece(text: string, piece: Piece, { marks, place }: Circumstances): Block[] {
  const { start, end } = piece;
  if (piece.kind !== undefined && piece.kind !== "rule" && piece.kind !== "mail")
    return [{ kind: piece.kind, start, end }];
  if (piece.kind !== undefined) return [{ kind: "paragraph", start, end }];
  const prefix = prefixEnd(text, piece, marks);
  if (prefix > start) {
    const body = skipBlanks(text, prefix, end);
    const dateline: Block = { kind: "dateline", start, end: trimBlanks(text, prefix, start) };
    return body < end
      ? [dateline, ...cutSignoff(text, { kind: "paragraph", start: body, end }, { marks, place })]
      : [dateline];
  }
  const kind = kindOfPiece(text, piece, { marks, place });
  return cutSignoff(text, { kind, start, end }, { marks, place });
}

/** Where the place and agency at a report's beginning end; the piece's start where there is none. */
function prefixEnd(text: string, piece: Piece, marks: readonly ArticleMarks[]): number {
  const head = text.slice(piece.start, Math.min(piece.end, piece.start + 120));
  for (const mark of marks) {
    for (const pattern of mark.prefixes) {
      const match = pattern.exec(head);
      if (match !== null) return piece.start + match[0].length;
    }
  }
  return piece.start;
}

function kindOfPiece(text: string, piece: Piece, { marks, place }: Circumstances): BlockKind {
  if (isCaption(text, piece, { marks, place })) return "caption";
  if (!place.isOnly && isHeading(text, piece)) return place.hasProse ? "heading" : "title";
  return "paragraph";
}

/** A short line without a final mark, with letters in it. */
function isHeading(text: string, { start, end, isOneLine }: Piece): boolean {
  if (!isOneLine || end - start > WIDEST_HEADING || columnsOf(text, start, end) > WIDEST_HEADING) return false;
  if (isComplete(text, { start, end }) && !"?？!！".includes(text[end - 1] ?? "x")) return false;
  if (",;:，；：、-–—".includes(text[end - 1] ?? "x")) return false;
  for (let i = start; i < end; i++) if (isAt(text, i, LETTER)) return true;
  return false;
}

/** A sentence or two with a credit in brackets at the end: a known agency anywhere, any name near the beginning. */
function isCaption(text: string, { start, end }: Piece, { marks, place }: Circumstances): boolean {
  if (end - start > LONGEST_CAPTION || place.isLast) return false;
  const tail = text.slice(Math.max(start, end - LONGEST_CREDIT - 10), end);
  const credit = CREDIT_END.exec(tail)?.[1];
  if (credit === undefined || /^[\d\s%.,]+$/.test(credit)) return false;
  return (place.index < EARLY && credit.length <= 30) || marks.some((mark) => matches(mark.credits, credit));
}

/** The agency or "the end" in brackets behind the last sentence of an article is a sign-off of its own. */
function cutSignoff(text: string, block: Block, { marks, place }: Circumstances): Block[] {
  if (!place.isLast || block.kind !== "paragraph") return [block];
  const tail = text.slice(Math.max(block.start, block.end - 40), block.end);
  const match = /[.!?。！？…]["”’」』]?\s*([([（【][^()[\]（）【】\n]{1,24}[)\]）】])$/u.exec(tail);
  const signoff = match?.[1];
  if (signoff === undefined || !marks.some((mark) => matches(mark.signoffs, signoff))) return [block];
  const start = block.end - signoff.length;
  return [
    { ...block, end: trimBlanks(text, start, block.start) },
    { kind: "signoff", start, end: block.end },
  ];
}
