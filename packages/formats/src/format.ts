import type { Bitext, Block, InlineMark, LanguageTag, Polytext, Span } from "@stele/model";
import type { PageKey } from "./html/page-keys.ts";

/** What a reader extracted from a file: prose and, where the format marks them, its blocks. */
export interface ReadText {
  /** For plain text the decoded file itself; for markup the prose, blocks joined by an empty line. */
  readonly text: string;
  /** Empty where the format marks none: `segment` finds them then. */
  readonly blocks: readonly Block[];
  /** Emphasis, links, code and the like, in order, outer ones first; absent where the reader looks for none. */
  readonly marks?: readonly InlineMark[];
  /** The name of the format that read it. */
  readonly format: string;
  /** Where the file names its language. */
  readonly language?: LanguageTag;
  readonly title?: string;
}

/** How a file is read. */
export interface ReadOptions {
  /** The file's name: its extension chooses the reader, and errors name it. */
  readonly name: string;
  /** The reader, by the name of its format or an extension of it, where the file's own name does not choose it. */
  readonly format?: string;
  /** Copied to nothing yet but readers of several languages; default `auto`. */
  readonly language?: LanguageTag | "auto";
}

/** What writers take: two or three languages in rows, or one bitext, whose beads are then the rows. */
export type Parallel = Polytext | Bitext;

/** What a writer may be told; each writer reads what concerns it and ignores the rest. */
export interface WriteOptions {
  /** Shown by formats that have a place for it. Default: the first block of kind `title`, else nothing. */
  readonly title?: string;
  /** `region` (default) writes zh-CN, ko-KR, en-US, as importers expect; `script` writes Stele's own tags. */
  readonly tags?: "region" | "script";
  /** The moment written into files that carry one; without it they carry none, and equal input gives equal bytes. */
  readonly date?: Date;
  /** TMX only: told of each text of more than 2,000 characters, which some programs refuse. */
  readonly onLongText?: () => void;
  /** One file a pair where the format could also hold all languages in one. Default false. */
  readonly isPerPair?: boolean;
  /** HTML only: the words of the page; default English. */
  readonly labels?: PageLabels;
  /** HTML only: links the words of two texts, to be lit together; without it only sentences are. */
  readonly links?: LinkWords;
  /** HTML only: what is set above the text; without it nothing is. */
  readonly readings?: ReadingsOf;
  /** CSV only: `escape` (default) disarms cells that a spreadsheet would run as a formula; `keep` leaves them. */
  readonly formulas?: "escape" | "keep";
}

/** The words on an exported page, in one language. */
export interface PageLabels {
  /** Their language, as a BCP 47 tag. */
  readonly language: string;
  readonly turn: string;
  readonly hide: string;
  readonly larger: string;
  readonly smaller: string;
  readonly counterpart: string;
  readonly pinyin: string;
  readonly romanisation: string;
  readonly keys: string;
  readonly close: string;
  /** What each key does. */
  readonly keyTexts: Readonly<Record<PageKey, string>>;
}

/** Words of two texts that say the same, as an aligner links them. */
export type LinkWords = (
  source: string,
  target: string,
  languages: { readonly source: LanguageTag; readonly target: LanguageTag },
) => readonly { readonly source: readonly Span[]; readonly target: readonly Span[]; readonly confidence: number }[];

/** A reading of a stretch of a sentence; offsets into the sentence as it is shown. */
export interface PageReading extends Span {
  readonly reading: string;
}

/** The readings of a sentence of a side, in order. */
export type ReadingsOf = (side: number, sentence: number) => readonly PageReading[];

/** One file of an export. */
export interface OutputFile {
  /** What to append to the export's name, extension included: `.ko.xlf`. */
  readonly suffix: string;
  /** The contents, to be joined; made as they are asked for, so that a big export needs no big string. */
  readonly chunks: Iterable<string>;
}

/** One format: a folder here, a line in `FORMATS`. */
export interface Format {
  readonly name: string;
  /** Lower case, without dot; the first is the one written. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Prose out of a file. */
  readonly readArticle?: (bytes: Uint8Array, options: ReadOptions) => ReadText | Promise<ReadText>;
  /** Parallel text out of a file; only formats that lose nothing have it. */
  readonly readPolytext?: (bytes: Uint8Array, options: ReadOptions) => Polytext;
  readonly write?: (polytext: Polytext, options: WriteOptions) => readonly OutputFile[];
}
