import {
  type Bead,
  type Block,
  type GuardPiece,
  type GuardReason,
  type InlineMark,
  type LanguageTag,
  type Range,
  rangeLength,
  type Sentence,
  type Standing,
  type Verdict,
} from "@stele/model";
import { gapBetween } from "./join-sentences.ts";
import { type Part, verdictOf } from "./part.ts";
import type { SourceText } from "./source-text.ts";

/** A translation put together: its text, blocks, sentences, the beads to its source, and what the guard says. */
export interface Assembled {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly beads: readonly Bead[];
  readonly pieces: readonly GuardPiece[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** How far a person answers for a sentence, by its index, where one does. */
  readonly standings: ReadonlyMap<number, Standing>;
  /** Over the text, in order. */
  readonly marks: readonly InlineMark[];
  readonly via?: LanguageTag;
}

/** Most pieces have nothing against them: one list serves all. */
const NO_REASONS: readonly GuardReason[] = [];

/** Texts that are joined into one at a time: each by itself takes more room than what it says. */
const MOST_RECENT = 1000;

/** Puts the parts of a translation together as they come, block by block, with the source's own gaps between the blocks. */
export class Assembler {
  readonly #source: SourceText;
  readonly #language: LanguageTag;
  /** The text in pieces: joining at every step would copy a book a hundred thousand times. */
  readonly #joined: string[] = [];
  readonly #recent: string[] = [];
  #last = "";
  #length = 0;
  readonly #blocks: Block[] = [];
  readonly #sentences: Sentence[] = [];
  readonly #beads: Bead[] = [];
  readonly #pieces: GuardPiece[] = [];
  readonly #counts: Record<Verdict, number> = { empty: 0, suspicious: 0, split: 0, merged: 0, kept: 0 };
  readonly #standings = new Map<number, Standing>();
  readonly #marks: InlineMark[] = [];
  #via: LanguageTag | undefined;
  #sourceBlock = -1;

  constructor(source: SourceText, language: LanguageTag) {
    this.#source = source;
    this.#language = language;
  }

  /** Adds the next part. */
  add(part: Part): void {
    const from = this.#sentences.length;
    if (part.text !== "") this.#append(part);
    const { source, reasons, attempts, standing } = part;
    const target = rangeLike(source, [from, this.#sentences.length]);
    const verdict = verdictOf(part);
    this.#pieces.push({ source, target, verdict, reasons: reasons.length === 0 ? NO_REASONS : reasons, attempts });
    this.#counts[verdict] += 1;
    this.#beads.push(...beadsOf(part, target));
    this.#via ??= part.via;
    if (standing !== undefined) for (const index of range(...target)) this.#standings.set(index, standing);
  }

  #append(part: Part): void {
    if (part.block === this.#sourceBlock) this.#write(this.#gapInside(part));
    else this.#openBlock(part.block);
    const start = this.#length;
    this.#write(part.text);
    for (const mark of part.marks ?? []) {
      this.#marks.push({ ...mark, start: start + mark.start, end: start + mark.end });
    }
    const block = this.#blocks.length - 1;
    for (const span of part.sentences) {
      this.#sentences.push({ start: start + span.start, end: start + span.end, block });
    }
    const last = this.#blocks[block];
    if (last !== undefined) this.#blocks[block] = { ...last, end: this.#length };
  }

  #write(text: string): void {
    this.#recent.push(text);
    this.#last = text;
    this.#length += text.length;
    if (this.#recent.length >= MOST_RECENT) this.#joined.push(this.#recent.splice(0).join(""));
  }

  /** A list keeps its lines; everything else runs on. */
  #gapInside(part: Part): string {
    const isList = this.#source.article.blocks[part.block]?.kind === "list";
    return isList ? "\n" : gapBetween(this.#last, part.text, this.#language);
  }

  #openBlock(block: number): void {
    const kind = this.#source.article.blocks[block]?.kind ?? "paragraph";
    this.#write(this.#gapBefore(block));
    this.#sourceBlock = block;
    this.#blocks.push({ kind, start: this.#length, end: this.#length });
  }

  /** The blanks that stand before the block in the source; two line ends where something else stands there. */
  #gapBefore(block: number): string {
    const { text, blocks } = this.#source.article;
    const gap = text.slice(blocks[block - 1]?.end ?? 0, blocks[block]?.start ?? 0);
    if (this.#length === 0) return "";
    return gap !== "" && gap.trim() === "" ? gap : "\n\n";
  }

  /** What it has become. */
  end(): Assembled {
    return {
      text: [...this.#joined, ...this.#recent].join(""),
      blocks: this.#blocks,
      sentences: this.#sentences,
      beads: this.#beads,
      pieces: this.#pieces,
      counts: this.#counts,
      standings: this.#standings,
      marks: this.#marks,
      ...(this.#via === undefined ? {} : { via: this.#via }),
    };
  }
}

/** Of most pairs both sides have the same numbers: one object serves both, a hundred thousand times in a book. */
function rangeLike(known: Range, [from, to]: Range): Range {
  return known[0] === from && known[1] === to ? known : [from, to];
}

/** One bead a part; a side without counterpart has a bead a sentence. */
function beadsOf(part: Part, target: Range): readonly Bead[] {
  if (rangeLength(target) > 0 && rangeLength(part.source) > 0) {
    return [{ source: part.source, target, score: part.score ?? 1, lowScore: verdictOf(part) === "suspicious" }];
  }
  const [from, to] = part.source;
  const sources = range(from, to).map(
    (at): Bead => ({ source: [at, at + 1], target: [target[0], target[0]], score: null, lowScore: true }),
  );
  const targets = range(...target).map(
    (at): Bead => ({ source: [to, to], target: [at, at + 1], score: null, lowScore: true }),
  );
  return [...sources, ...targets];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
