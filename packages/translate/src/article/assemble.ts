import {
  type Bead,
  type Block,
  type GuardPiece,
  type GuardReason,
  type InlineMark,
  type LanguageTag,
  type Passage,
  type Provenance,
  type Range,
  rangeLength,
  type Sentence,
  type Standing,
} from "@stele/model";
import { gapBetween } from "./join-sentences.ts";
import { type Part, verdictOf } from "./part.ts";
import type { SourceText } from "./source-text.ts";

/** Most pieces have nothing against them: one list serves all. */
const NO_REASONS: readonly GuardReason[] = [];

/** What has come since the last passage was taken. */
interface Draft extends Passage {
  /** The text in parts: joining at every step would copy it each time. */
  readonly texts: string[];
  readonly sentences: Sentence[];
  readonly blocks: Block[];
  readonly beads: Bead[];
  readonly pieces: GuardPiece[];
  readonly marks: InlineMark[];
  readonly overrides: Record<number, Provenance>;
}

/**
 * Puts the parts of a translation together as they come, block by block, with the source's own gaps between the blocks;
 * what has come is taken from it passage by passage, so that it never holds the whole.
 */
export class Assembler {
  readonly #source: SourceText;
  readonly #language: LanguageTag;
  #draft = draftFrom(0, 0);
  #last = "";
  #length = 0;
  #sentences = 0;
  #blocks = 0;
  #block: Block | undefined;
  #via: LanguageTag | undefined;
  #sourceBlock = -1;

  constructor(source: SourceText, language: LanguageTag) {
    this.#source = source;
    this.#language = language;
  }

  /** Adds the next part. */
  add(part: Part): void {
    const from = this.#sentences;
    if (part.text !== "") this.#append(part);
    const { source, reasons, attempts, standing } = part;
    const target = rangeLike(source, [from, this.#sentences]);
    const verdict = verdictOf(part);
    const { pieces, beads, overrides } = this.#draft;
    pieces.push({ source, target, verdict, reasons: reasons.length === 0 ? NO_REASONS : reasons, attempts });
    beads.push(...beadsOf(part, target));
    this.#via ??= part.via;
    if (standing !== undefined) for (const index of range(...target)) overrides[index] = provenanceOf(standing);
  }

  /** What has been added since the last time. */
  take(): Passage {
    const { texts, ...passage } = this.#draft;
    this.#draft = draftFrom(this.#length, this.#sentences);
    return { ...passage, text: texts.join("") };
  }

  /** Closes the last block: after this only `take` is left. */
  end(): void {
    if (this.#block !== undefined) this.#draft.blocks.push(this.#block);
    this.#block = undefined;
  }

  /** The language in between, where one of the parts had one. */
  get via(): LanguageTag | undefined {
    return this.#via;
  }

  #append(part: Part): void {
    const open = part.block === this.#sourceBlock ? this.#block : undefined;
    if (open !== undefined) this.#write(this.#gapInside(part));
    const block = open ?? this.#openBlock(part.block);
    const start = this.#length;
    this.#write(part.text);
    const { marks, sentences } = this.#draft;
    for (const mark of part.marks ?? []) marks.push({ ...mark, start: start + mark.start, end: start + mark.end });
    for (const span of part.sentences) {
      sentences.push({ start: start + span.start, end: start + span.end, block: this.#blocks - 1 });
    }
    this.#sentences += part.sentences.length;
    this.#block = { ...block, end: this.#length };
  }

  #write(text: string): void {
    this.#draft.texts.push(text);
    this.#last = text;
    this.#length += text.length;
  }

  /** A list keeps its lines; everything else runs on. */
  #gapInside(part: Part): string {
    const isList = this.#source.article.blocks[part.block]?.kind === "list";
    return isList ? "\n" : gapBetween(this.#last, part.text, this.#language);
  }

  #openBlock(block: number): Block {
    const kind = this.#source.article.blocks[block]?.kind ?? "paragraph";
    this.end();
    this.#write(this.#gapBefore(block));
    this.#sourceBlock = block;
    this.#blocks += 1;
    return { kind, start: this.#length, end: this.#length };
  }

  /** The blanks that stand before the block in the source; two line ends where something else stands there. */
  #gapBefore(block: number): string {
    const { text, blocks } = this.#source.article;
    const gap = text.slice(blocks[block - 1]?.end ?? 0, blocks[block]?.start ?? 0);
    if (this.#length === 0) return "";
    return gap !== "" && gap.trim() === "" ? gap : "\n\n";
  }
}

function draftFrom(start: number, first: number): Draft {
  return {
    text: "",
    texts: [],
    start,
    first,
    sentences: [],
    blocks: [],
    beads: [],
    pieces: [],
    marks: [],
    overrides: {},
  };
}

/** What a person wrote, corrected or approved keeps its standing. */
function provenanceOf(standing: Standing): Provenance {
  return { standing, origin: { kind: "person", name: "translation memory" } };
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
