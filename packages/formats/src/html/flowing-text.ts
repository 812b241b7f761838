import type { BlockKind, InlineMark } from "@stele/model";
import type { Piece } from "../join-blocks.ts";

type OpenMark = Omit<InlineMark, "end">;

/** The running text of a page: blanks as a browser shows them, blocks where they end, marks that go on over blocks. */
export class FlowingText {
  readonly pieces: Piece[] = [];
  #text = "";
  #marks: InlineMark[] = [];
  #open: OpenMark[] = [];

  /** Adds text; any blanks are one blank, none at the beginning of a line. */
  add(text: string): void {
    const flowing = text.replace(/\s+/gu, " ");
    const isAfterBlank = this.#text === "" || /\s$/u.test(this.#text);
    this.#text += isAfterBlank ? flowing.replace(/^ /, "") : flowing;
  }

  /** Ends a line. */
  breakLine(): void {
    this.#text = `${this.#text.replace(/ $/, "")}\n`;
  }

  /** Begins a mark. */
  open(mark: Omit<InlineMark, "start" | "end">): void {
    this.#open.push({ ...mark, start: this.#text.length });
  }

  /** Ends the mark that was begun last. */
  close(): void {
    const mark = this.#open.pop();
    if (mark !== undefined) this.#mark(mark);
  }

  /** Ends a block, if there is any text in it; open marks go on in the next. */
  endBlock(kind: BlockKind): void {
    for (const mark of this.#open) this.#mark(mark);
    if (this.#text.trim() !== "") this.pieces.push({ kind, text: this.#text, marks: this.#marks });
    this.#text = "";
    this.#marks = [];
    this.#open = this.#open.map((mark) => ({ ...mark, start: 0 }));
  }

  /** Without blanks at its ends; a mark over nothing is none. */
  #mark(mark: OpenMark): void {
    const inner = this.#text.slice(mark.start);
    const start = mark.start + inner.length - inner.trimStart().length;
    const end = start + inner.trim().length;
    if (start < end) this.#marks.push({ ...mark, start, end });
  }
}
