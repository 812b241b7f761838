import type { BlockKind, InlineMark } from "@stele/model";
import type { Piece } from "../join-blocks.ts";

/**
 * The running text of a page: blanks as a browser shows them, blocks where they end, marks that go on over blocks. The
 * text is only added to and never looked at before its block ends: that would copy it for every node of the page.
 */
export class FlowingText {
  readonly pieces: Piece[] = [];
  #text = "";
  #marks: InlineMark[] = [];
  #open: Omit<InlineMark, "end">[] = [];
  /** A blank that stands there only if words follow on the line. */
  #hasBlank = false;
  #isLineStart = true;

  /** Adds text; any blanks are one blank, none at the beginning and the end of a line. */
  add(text: string): void {
    const flowing = text.replace(/\s+/gu, " ");
    const words = flowing.trim();
    const isApart = this.#hasBlank || flowing.startsWith(" ");
    this.#hasBlank = words === "" ? isApart : flowing.endsWith(" ");
    if (words === "") return;
    this.#text += isApart && !this.#isLineStart ? ` ${words}` : words;
    this.#isLineStart = false;
  }

  /** Ends a line. */
  breakLine(): void {
    this.#text += "\n";
    this.#hasBlank = false;
    this.#isLineStart = true;
  }

  /** Begins a mark; false where one of its kind is open already, in which another one says nothing more. */
  open(mark: Omit<InlineMark, "start" | "end">): boolean {
    if (this.#open.some(({ kind }) => kind === mark.kind)) return false;
    this.#open.push({ ...mark, start: this.#text.length });
    return true;
  }

  /** Ends the mark that was begun last. */
  close(): void {
    const mark = this.#open.pop();
    if (mark !== undefined) this.#marks.push({ ...mark, end: this.#text.length });
  }

  /** Ends a block, if there is any text in it; open marks go on in the next. */
  endBlock(kind: BlockKind): void {
    const text = this.#text;
    const marks = [...this.#marks, ...this.#open.map((mark) => ({ ...mark, end: text.length }))];
    if (text.trim() !== "") this.pieces.push({ kind, text, marks: marks.flatMap((mark) => hug(text, mark)) });
    this.#text = "";
    this.#marks = [];
    this.#open = this.#open.map((mark) => ({ ...mark, start: 0 }));
    this.#hasBlank = false;
    this.#isLineStart = true;
  }
}

/** A mark without the blanks at its ends; one over nothing is none. */
function hug(text: string, mark: InlineMark): readonly InlineMark[] {
  const inner = text.slice(mark.start, mark.end);
  const start = mark.start + inner.length - inner.trimStart().length;
  const end = start + inner.trim().length;
  return start < end ? [{ ...mark, start, end }] : [];
}
